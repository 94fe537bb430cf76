package kr.dangol.benchmarks.planning;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Regions;
import kr.dangol.shared.Won;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// One brief with what its wish asks for: at least one of `shouldMention` ought to appear in the
/// plans, none of `mustNotMention` may.
record EvaluationBrief(Brief brief, List<String> shouldMention, List<String> mustNotMention) {

    /// The committed briefs: every group, purpose and season, and wishes that try to break out.
    static List<EvaluationBrief> all() {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        var stream = EvaluationBrief.class.getResourceAsStream("/planning/briefs.csv");
        try (var reader =
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            return format.parse(reader).stream().map(EvaluationBrief::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvaluationBrief of(CSVRecord row) {
        var type = BusinessTypes.find(row.get("business_type")).orElseThrow();
        var region = Regions.find(row.get("city"), emptyToNull(row.get("district"))).orElseThrow();
        var limit = emptyToNull(row.get("limit"));
        return new EvaluationBrief(
                new Brief(
                        type.industry(),
                        type,
                        region,
                        Purpose.find(row.get("purpose")).orElseThrow(),
                        LocalDate.parse(row.get("date")),
                        limit == null ? null : Won.of(Long.parseLong(limit)),
                        row.get("wish"),
                        Set.of()),
                words(row.get("should_mention")),
                words(row.get("must_not_mention")));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\|")).filter(word -> !word.isBlank()).toList();
    }
}
