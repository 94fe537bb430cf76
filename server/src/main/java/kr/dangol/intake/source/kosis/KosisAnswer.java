package kr.dangol.intake.source.kosis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.Json;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.platform.outside.OutsideAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What KOSIS answers, always under status 200: an array of rows, or an object with an error.
sealed interface KosisAnswer {

    Pattern XML_ERROR = Pattern.compile("<err>\\s*(\\d+)\\s*</err>");
    int MOST_AXES = 8;

    /// The rows; none is no failure.
    record Rows(List<Row> rows) implements KosisAnswer {}

    /// Fewer axes than the table has.
    record TooFewAxes() implements KosisAnswer {}

    /// More axes than the table has.
    record TooManyAxes() implements KosisAnswer {}

    /// More cells than one answer may hold.
    record TooMuch() implements KosisAnswer {}

    /// One cell; the value is null where it is suppressed.
    record Row(String item, List<String> classes, String period, @Nullable Double value) {}

    static KosisAnswer read(OutsideAnswer answer) {
        if (answer.status() >= 500) {
            throw new SourceFault(Fault.SERVICE_FAILED, "HTTP " + answer.status());
        }
        if (answer.status() == 429) {
            throw new SourceFault(Fault.TOO_FAST, "HTTP 429");
        }
        if (answer.status() >= 400) {
            throw new SourceFault(Fault.REFUSED, "HTTP " + answer.status());
        }
        if (answer.first() == '<') {
            var error = XML_ERROR.matcher(answer.text());
            if (error.find()) {
                return error(error.group(1), "");
            }
            throw new SourceFault(Fault.CHANGED, "XML where JSON was asked for");
        }
        var root = Json.read(answer);
        if (root.isArray()) {
            return new Rows(rows(root));
        }
        var code = root.has("err") ? root.path("err") : root.path("errCode");
        if (code.isMissingNode()) {
            throw new SourceFault(Fault.CHANGED, "neither rows nor an error");
        }
        return error(code.asString(""), root.path("errMsg").asString(""));
    }

    private static KosisAnswer error(String code, String message) {
        return switch (code) {
            case "30" -> new Rows(List.of());
            case "20" -> {
                if (message.contains("objL")) {
                    yield new TooFewAxes();
                }
                throw new SourceFault(Fault.REFUSED, "err 20");
            }
            case "21" -> new TooManyAxes();
            case "31" -> new TooMuch();
            case "10", "11" -> throw new SourceFault(Fault.KEY_REFUSED, "err " + code);
            case "40" -> throw new SourceFault(Fault.TOO_FAST, "err 40");
            case "41" -> throw new SourceFault(Fault.QUOTA_REACHED, "err 41");
            case "42" -> throw new SourceFault(Fault.NOT_ALLOWED, "err 42");
            case "50" -> throw new SourceFault(Fault.SERVICE_FAILED, "err 50");
            default -> throw new SourceFault(Fault.CHANGED, "err " + code);
        };
    }

    private static List<Row> rows(JsonNode array) {
        var rows = new ArrayList<Row>();
        for (var node : array) {
            var classes = new ArrayList<String>();
            for (var axis = 1; axis <= MOST_AXES && node.has("C" + axis + "_NM"); axis++) {
                classes.add(node.get("C" + axis + "_NM").asString("").strip());
            }
            var period = Json.text(node, "PRD_DE");
            if (!period.matches("\\d{4,6}")) {
                throw new SourceFault(Fault.CHANGED, "PRD_DE is no period");
            }
            rows.add(
                    new Row(
                            Json.text(node, "ITM_NM").strip(),
                            classes,
                            period,
                            value(Json.need(node, "DT").asString(""))));
        }
        return rows;
    }

    /// "-", "X", "…" and blanks stand for what may not be told.
    private static @Nullable Double value(String text) {
        try {
            var value = Double.parseDouble(text.strip().replace(",", ""));
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
