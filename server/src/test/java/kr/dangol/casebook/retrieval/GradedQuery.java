package kr.dangol.casebook.retrieval;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kr.dangol.casebook.sample.SampleBook.Told;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Season;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A question in somebody's own words, and what it asks for: an idea, and perhaps a trade and a
/// season. The grade of a case follows from the attributes it was generated with and from nothing
/// that a search computes:
///
/// | grade | the case has |
/// |---|---|
/// | 3 | the idea, and the trade and season where they are asked for |
/// | 2 | the idea and the trade, in another season |
/// | 1 | the idea in another trade, or a kindred idea in the trade that was asked for |
/// | 0 | anything else |
public record GradedQuery(
        String text,
        String idea,
        @Nullable BusinessType type,
        @Nullable Season season,
        Phrasing phrasing,
        Damage damage) {

    /// In the words of the trade, or in those of somebody who does not know them.
    public enum Phrasing {
        PLAIN,
        PARAPHRASE
    }

    /// Ideas that would do if the right one were missing.
    private static final List<Set<String>> KINDRED =
            List.of(
                    Set.of("comment", "tag-friend", "story-photo", "short-video", "photo-zone"),
                    Set.of("menu-vote", "name-it", "story-letter", "chosung-quiz", "guess-jar"),
                    Set.of("kakao-channel", "naver-coupon", "danggeun", "first-visit", "opening"),
                    Set.of("naver-booking", "early-bird", "prepaid", "long-stay"),
                    Set.of("comeback-message", "next-coupon", "stamp", "regulars-night"),
                    Set.of("birthday-month", "anniversary"),
                    Set.of("roulette", "scratch", "receipt-box", "bell", "rock-paper"),
                    Set.of("time-sale-online", "quiet-hours", "lucky-bag", "spend-gift"),
                    Set.of("bring-friend", "family-day"),
                    Set.of("class", "free-trial", "tasting", "health-check"),
                    Set.of("neighbours", "local-course", "sharing", "trade-in"),
                    Set.of("business-card", "student"));

    /// All of them: each intent in two phrasings, each whole, with a typo and without spaces.
    public static List<GradedQuery> all() {
        var queries = new ArrayList<GradedQuery>();
        for (var row : rows()) {
            for (var phrasing : Phrasing.values()) {
                for (var damage : Damage.values()) {
                    queries.add(of(row, phrasing, damage));
                }
            }
        }
        return queries;
    }

    public int grade(Told told) {
        var precedent = told.precedent();
        var ofType = type == null || type.equals(precedent.businessType());
        var inSeason = season == null || season == precedent.season();
        if (idea.equals(told.idea())) {
            return ofType ? (inSeason ? 3 : 2) : 1;
        }
        return type != null && ofType && isKindred(told.idea()) ? 1 : 0;
    }

    private boolean isKindred(String other) {
        return KINDRED.stream().anyMatch(each -> each.contains(idea) && each.contains(other));
    }

    private static GradedQuery of(CSVRecord row, Phrasing phrasing, Damage damage) {
        var type = row.get("business_type");
        var season = row.get("season");
        return new GradedQuery(
                damage.of(row.get(phrasing == Phrasing.PLAIN ? "plain" : "paraphrase")),
                row.get("idea"),
                type.isEmpty() ? null : BusinessTypes.find(type).orElseThrow(),
                season.isEmpty() ? null : season(season),
                phrasing,
                damage);
    }

    private static Season season(String label) {
        return Stream.of(Season.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<CSVRecord> rows() {
        var stream = GradedQuery.class.getResourceAsStream("/casebook/graded-intents.csv");
        try (var reader =
                        new InputStreamReader(
                                Objects.requireNonNull(stream), StandardCharsets.UTF_8);
                var rows =
                        CSVFormat.DEFAULT
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get()
                                .parse(reader)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
