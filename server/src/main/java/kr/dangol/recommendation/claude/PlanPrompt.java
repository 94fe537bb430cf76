package kr.dangol.recommendation.claude;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.market.Statement;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.WritingTask;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.CommercialCalendar;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.Occasion;
import kr.dangol.shared.Slot;
import tools.jackson.databind.json.JsonMapper;

/// The words sent to the model, from versioned resources. The system prompt is the same for every
/// call so that the vendor can cache it; everything about the shop stands in the user prompt. What
/// an owner or an outside page wrote appears as a JSON string, so that it cannot pose as a heading
/// of ours.
final class PlanPrompt {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_PRECEDENTS = 5;
    private static final int MOST_AVOIDED = 30;
    private static final int OCCASION_DAYS = 30;
    private static final String NOTHING = "없음";

    private final String version;
    private final String system;
    private final String userTemplate;
    private final Properties purposes;

    /// Reads the prompt of a shipped version, e.g. `v1`; fails when there is none.
    static PlanPrompt shipped(String version) {
        return new PlanPrompt(version, version, resource(version, "system.md"));
    }

    /// @param shipped the version that came with the program whose other parts are used
    /// @param system the rules and examples, an operator's or its own
    PlanPrompt(String version, String shipped, String system) {
        this.version = version;
        this.system = system;
        userTemplate = resource(shipped, "user.md");
        purposes = new Properties();
        try (var reader = open(shipped, "purposes.properties")) {
            purposes.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return version;
    }

    String system() {
        return system;
    }

    /// What is asked for one brief.
    String user(WritingTask task, Collection<Slot> wanted) {
        var brief = task.brief();
        var words = new LinkedHashMap<String, String>();
        words.put("industry", brief.industry().label());
        words.put("businessType", brief.businessType().name());
        words.put("region", brief.region() == null ? "알 수 없음" : brief.region().label());
        words.put("startDate", brief.startDate().toString());
        words.put("season", brief.season().label());
        words.put("purpose", brief.purpose().label());
        words.put("purposeAdvice", purposes.getProperty(brief.purpose().name()));
        words.put("occasions", occasions(brief));
        words.put("bands", bands(task, wanted));
        words.put("wish", brief.wish().isBlank() ? NOTHING : quoted(brief.wish()));
        words.put(
                "precedents",
                lines(task.precedents().stream().limit(MOST_PRECEDENTS).map(PlanPrompt::line)));
        words.put("trends", lines(statements(task).map(PlanPrompt::line)));
        words.put(
                "avoidTitles",
                lines(
                        brief.avoidTitles().stream()
                                .sorted()
                                .limit(MOST_AVOIDED)
                                .map(title -> "- " + quoted(title))));
        words.put("ask", ask(wanted, task.wantsTrends()));
        return filled(words);
    }

    private static String occasions(Brief brief) {
        var names =
                CommercialCalendar.upcoming(brief.startDate(), OCCASION_DAYS).stream()
                        .map(PlanPrompt::line)
                        .limit(4)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? NOTHING : names;
    }

    private static String line(Occasion occasion) {
        return "%s(%d.%d)"
                .formatted(
                        occasion.name(),
                        occasion.from().getMonthValue(),
                        occasion.from().getDayOfMonth());
    }

    private static String bands(WritingTask task, Collection<Slot> wanted) {
        return lines(
                Stream.of(Slot.values()).filter(wanted::contains).map(slot -> line(slot, task)));
    }

    private static String line(Slot slot, WritingTask task) {
        var band = BudgetBand.of(slot.budget(), task.brief().maxBudget());
        var usual = task.usualParticipants().get(slot);
        var people = usual == null ? "" : ", 참여 %d~%d명 정도".formatted(usual.low(), usual.high());
        return "- %s: %d 초과 %d 이하, %d~%d가 알맞음%s"
                .formatted(
                        slot.key(),
                        band.above().amount(),
                        band.atMost().amount(),
                        band.aimFrom().amount(),
                        band.aimTo().amount(),
                        people);
    }

    private static String line(SimilarPrecedent similar) {
        var precedent = similar.precedent();
        return "- "
                + quoted(
                        Stream.of(
                                        precedent.title(),
                                        precedent.prize(),
                                        precedent.participation(),
                                        outcome(precedent))
                                .filter(text -> !text.isBlank())
                                .collect(Collectors.joining(" / ")));
    }

    private static String outcome(Precedent precedent) {
        var parts =
                Stream.of(
                        precedent.cost() == null
                                ? null
                                : "비용 " + KoreanMoney.spoken(precedent.cost()),
                        precedent.participants() == null
                                ? null
                                : "참여 " + precedent.participants() + "명",
                        precedent.roi() == null ? null : "투자 대비 수익률 " + precedent.roi() + "%");
        return parts.filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static Stream<Statement> statements(WritingTask task) {
        var trends = task.trends();
        return Stream.of(trends.industry(), trends.location(), trends.season());
    }

    private static String line(Statement statement) {
        return "- %s (%s, %s)"
                .formatted(quoted(statement.text()), statement.source(), statement.asOf());
    }

    private static String ask(Collection<Slot> wanted, boolean withTrends) {
        var slots =
                Stream.of(Slot.values())
                        .filter(wanted::contains)
                        .map(Slot::key)
                        .collect(Collectors.joining(", "));
        return withTrends
                ? slots + " 순서로 기획안을 쓰고, 마지막에 trends를 써 주세요."
                : slots + " 순서로 기획안을 써 주세요.";
    }

    private static String lines(Stream<String> lines) {
        var text = lines.collect(Collectors.joining("\n"));
        return text.isEmpty() ? NOTHING : text;
    }

    private static String quoted(String foreign) {
        return JSON.writeValueAsString(foreign);
    }

    /// In one pass: what was filled in is never looked at again for places to fill.
    private String filled(Map<String, String> words) {
        return PLACE.matcher(userTemplate)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                Objects.requireNonNull(
                                        words.get(place.group(1)),
                                        () -> "no word for " + place.group())));
    }

    private static String resource(String version, String name) {
        try (var reader = open(version, name)) {
            return String.join("\n", reader.readAllLines()) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String version, String name) {
        var path = "/prompts/plans/%s/%s".formatted(version, name).toLowerCase(Locale.ROOT);
        var stream = PlanPrompt.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("no prompt " + path);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
