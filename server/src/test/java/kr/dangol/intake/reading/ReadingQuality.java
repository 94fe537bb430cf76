package kr.dangol.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dangol.intake.reading.LabelledTexts.Expected;
import kr.dangol.intake.reading.LabelledTexts.Labelled;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;

/// Precision and recall of a reader, field by field, against what a person read.
///
/// A field of a kept case is right when it says one of the labelled answers. Where a case comes of
/// a text without an event, each of its fields is wrong. A name that the reader put together
/// because the text has none counts neither way. Ways of taking part are counted one by one.
public final class ReadingQuality {

    private static final Pattern QUANTITY =
            Pattern.compile("(?:\\d+|한|두|세|네|하나|미니|대자)?\\s?(?:잔|개|장|병|판|마리|접시|그릇|조각|권)?$");

    private final Map<String, Tally> fields = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /// Kept fields that are right, kept ones, and ones there were to find.
    public static final class Tally {
        private int right;
        private int kept;
        private int present;

        public double precision() {
            return kept == 0 ? 1 : right / (double) kept;
        }

        public double recall() {
            return present == 0 ? 1 : right / (double) present;
        }

        public int kept() {
            return kept;
        }

        public int right() {
            return right;
        }

        public int present() {
            return present;
        }
    }

    public static ReadingQuality of(CaseReader reader, List<Labelled> texts) {
        var quality = new ReadingQuality();
        for (var field :
                List.of(
                        "event",
                        "title",
                        "prize",
                        "participation",
                        "business type",
                        "region",
                        "season",
                        "figures")) {
            quality.fields.put(field, new Tally());
        }
        var readings = reader.read(texts.stream().map(Labelled::text).toList());
        for (var i = 0; i < texts.size(); i++) {
            quality.add(texts.get(i), readings.get(i));
        }
        return quality;
    }

    public Map<String, Tally> fields() {
        return fields;
    }

    /// What went wrong, for whoever works on the rules.
    public List<String> mistakes() {
        return mistakes;
    }

    private void add(Labelled text, Reading reading) {
        var expected = text.expected();
        var found = reading.cases().isEmpty() ? null : reading.cases().getFirst();
        var id = text.text().id();
        if (expected != null) {
            present(expected);
            if (found == null) {
                tally("participation").present += fewest(expected.actions());
                mistakes.add(id + " dropped: " + reading.dropped());
            }
        }
        if (found == null) {
            return;
        }
        judge("event", expected != null, id, "kept " + found.title());
        title(id, found, expected);
        judge(
                "prize",
                expected != null && isOneOf(found.prize(), expected.prizes()),
                id,
                found.prize());
        actions(id, found, expected);
        var type = found.businessType().name();
        judge("business type", expected != null && expected.types().contains(type), id, type);
        var region = found.region();
        if (region != null) {
            judge(
                    "region",
                    expected != null && expected.regions().contains(region.label()),
                    id,
                    region.label());
        }
        var season = found.season();
        if (season != null) {
            judge(
                    "season",
                    expected != null && expected.seasons().contains(season.label()),
                    id,
                    season.label());
        }
        figures(id, found, expected);
    }

    private void present(Expected expected) {
        tally("event").present++;
        tally("title").present += expected.titles().contains("?") ? 0 : 1;
        tally("prize").present++;
        tally("business type").present++;
        tally("region").present += expected.regions().contains("?") ? 0 : 1;
        tally("season").present++;
        tally("figures").present += expected.figures().size();
    }

    private void title(String id, CandidateCase found, @Nullable Expected expected) {
        var isComposed = found.title().startsWith(found.prize()) && found.title().endsWith("이벤트");
        if (!isComposed || expected == null) {
            judge(
                    "title",
                    expected != null && isOneOf(found.title(), expected.titles()),
                    id,
                    found.title());
        }
    }

    private void actions(String id, CandidateCase found, @Nullable Expected expected) {
        var said =
                Arrays.stream(Action.values())
                        .filter(each -> says(found.participation(), each))
                        .map(Enum::name)
                        .collect(Collectors.toSet());
        var best =
                expected == null
                        ? Set.<String>of()
                        : expected.actions().stream()
                                .max((a, b) -> Long.compare(fit(a, said), fit(b, said)))
                                .orElseThrow();
        tally("participation").present += best.size();
        for (var action : said) {
            judge("participation", best.contains(action), id, action);
        }
    }

    private static int fewest(List<Set<String>> answers) {
        return answers.stream().mapToInt(Set::size).min().orElse(0);
    }

    private static long fit(Set<String> answer, Set<String> said) {
        var common = answer.stream().filter(said::contains).count();
        return 2 * common - answer.size() - said.size();
    }

    private static boolean says(String participation, Action action) {
        var alone = Action.sentence(Set.of(action));
        return Arrays.stream(participation.replaceAll("\\.$", "").split("(?<=고) "))
                .anyMatch(part -> alone.equals(part + ".") || alone.startsWith(stem(part)));
    }

    /// "댓글을 남기고" of "댓글을 남겨요": the stem without its last syllable is enough to tell them apart.
    private static String stem(String part) {
        return part.endsWith("고") ? part.substring(0, part.length() - 2) : part;
    }

    private void figures(String id, CandidateCase found, @Nullable Expected expected) {
        var known = expected == null ? Map.<String, Integer>of() : expected.figures();
        var cost = found.cost();
        if (cost != null) {
            judge(
                    "figures",
                    Long.valueOf(cost.amount()).equals(longOf(known.get("cost"))),
                    id,
                    "cost " + cost);
        }
        if (found.participants() != null) {
            judge(
                    "figures",
                    found.participants().equals(known.get("participants")),
                    id,
                    "people " + found.participants());
        }
        if (found.roi() != null) {
            judge("figures", found.roi().equals(known.get("roi")), id, "roi " + found.roi());
        }
    }

    private static @Nullable Long longOf(@Nullable Integer value) {
        return value == null ? null : Long.valueOf(value);
    }

    private void judge(String field, boolean isRight, String id, String said) {
        var tally = tally(field);
        tally.kept++;
        tally.right += isRight ? 1 : 0;
        if (!isRight) {
            mistakes.add(id + " " + field + ": " + said);
        }
    }

    public Tally tally(String field) {
        var tally = fields.get(field);
        if (tally == null) {
            throw new IllegalArgumentException(field);
        }
        return tally;
    }

    private static boolean isOneOf(String said, List<String> answers) {
        var key = key(said);
        return answers.stream().anyMatch(answer -> key(answer).equals(key));
    }

    /// How many of a thing is no matter here.
    private static String key(String text) {
        return KoreanText.key(QUANTITY.matcher(text.strip()).replaceFirst(""));
    }
}
