package kr.dangol.intake.source.datagokr;

import java.util.regex.Pattern;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.Json;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.platform.outside.OutsideAnswer;
import tools.jackson.databind.JsonNode;

/// What the gateway of data.go.kr answers. Its errors come as XML whatever was asked for, under
/// several statuses, 200 included, and the same codes appear inside services' own headers. Nothing
/// is believed before all of that is ruled out.
final class Gateway {

    private static final Pattern REASON =
            Pattern.compile("<returnReasonCode>\\s*(\\d{1,2})\\s*</returnReasonCode>");
    private static final Pattern RESULT = Pattern.compile("<resultCode>\\s*(\\d{1,2})\\s*</");
    private static final String OK = "00";
    private static final String NO_DATA = "03";

    private Gateway() {}

    /// The answer as JSON, with result codes 00 and 03 let through.
    static JsonNode read(OutsideAnswer answer) {
        var first = answer.first();
        if (first == '<') {
            throw inXml(answer);
        }
        if (first != '{' && first != '[') {
            throw inWords(answer);
        }
        var root = Json.read(answer);
        var wrapped = root.get("response");
        var content = wrapped == null ? root : wrapped;
        var header = content.get("header");
        var code = header == null ? "" : header.path("resultCode").asString("");
        if (header == null || code.isEmpty()) {
            if (answer.status() >= 400) {
                throw byStatus(answer.status());
            }
            throw new SourceFault(Fault.CHANGED, "no header.resultCode");
        }
        if (!code.equals(OK) && !code.equals(NO_DATA)) {
            throw fault(code);
        }
        return content;
    }

    static boolean isEmpty(JsonNode content) {
        return content.path("header").path("resultCode").asString("").equals(NO_DATA);
    }

    private static SourceFault inXml(OutsideAnswer answer) {
        var text = answer.text();
        var reason = REASON.matcher(text);
        if (reason.find()) {
            return fault(reason.group(1));
        }
        var result = RESULT.matcher(text);
        if (result.find() && !result.group(1).equals(OK)) {
            return fault(result.group(1));
        }
        return answer.status() >= 400
                ? byStatus(answer.status())
                : new SourceFault(Fault.CHANGED, "XML where JSON was asked for");
    }

    private static SourceFault inWords(OutsideAnswer answer) {
        if (answer.status() >= 400) {
            return byStatus(answer.status());
        }
        return answer.first() == '\0'
                ? new SourceFault(Fault.CUT_OFF, "empty answer")
                : new SourceFault(Fault.CHANGED, "neither JSON nor XML");
    }

    private static SourceFault byStatus(int status) {
        var fault =
                switch (status) {
                    case 401 -> Fault.KEY_REFUSED;
                    case 403 -> Fault.NOT_ALLOWED;
                    case 429 -> Fault.QUOTA_REACHED;
                    default -> status >= 500 ? Fault.SERVICE_FAILED : Fault.REFUSED;
                };
        return new SourceFault(fault, "HTTP " + status);
    }

    /// By code, for the names are sometimes cut.
    static SourceFault fault(String code) {
        var two = code.length() == 1 ? "0" + code : code;
        var fault =
                switch (two) {
                    case "01", "02", "04", "05", "21", "99" -> Fault.SERVICE_FAILED;
                    case "22" -> Fault.QUOTA_REACHED;
                    case "23" -> Fault.TOO_FAST;
                    case "20", "29", "32" -> Fault.NOT_ALLOWED;
                    case "30", "31", "33" -> Fault.KEY_REFUSED;
                    case "10", "11", "12" -> Fault.REFUSED;
                    default -> Fault.CHANGED;
                };
        return new SourceFault(fault, "reason " + two);
    }
}
