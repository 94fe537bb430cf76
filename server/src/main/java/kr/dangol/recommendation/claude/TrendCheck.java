package kr.dangol.recommendation.claude;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.dangol.market.Statement;
import kr.dangol.market.Trends;
import kr.dangol.recommendation.planning.WritingReport.TrendWording;
import tools.jackson.databind.JsonNode;

/// Whether trends in the model's words say no more than the market's facts: every number in them
/// must stand in the facts, and they must stay short. One bad sentence costs all three, since they
/// are read together.
final class TrendCheck {

    private static final int LONGEST = 160;
    private static final int SHORTEST = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*");
    private static final Pattern MARKUP = Pattern.compile("[<>*#`\\p{Cntrl}\\p{Cf}]");

    private TrendCheck() {}

    static Optional<TrendWording> accepted(JsonNode written, Trends facts) {
        var wording =
                new TrendWording(
                        written.path("industry").asString("").strip(),
                        written.path("location").asString("").strip(),
                        written.path("season").asString("").strip());
        var isSound =
                says(wording.industry(), facts.industry())
                        && says(wording.location(), facts.location())
                        && says(wording.season(), facts.season());
        return isSound ? Optional.of(wording) : Optional.empty();
    }

    private static boolean says(String text, Statement fact) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && !MARKUP.matcher(text).find()
                && numbers(fact.text()).containsAll(numbers(text));
    }

    private static Set<String> numbers(String text) {
        var numbers = new HashSet<String>();
        matches(text).forEach(numbers::add);
        return numbers;
    }

    private static Stream<String> matches(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> match.group().replace(",", "").replaceAll("\\.$", ""));
    }
}
