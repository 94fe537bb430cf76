package kr.dangol.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dangol.market.Series.Freshness;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// The public figures as statements ask for them, in memory. Immutable once read.
final class PublicFigures {

    static final PublicFigures NONE = new PublicFigures(LocalDate.MIN);

    private final LocalDate today;
    private final Map<Key, List<Figure>> figures = new HashMap<>();

    private final Map<Series, Set<String>> subjects = new EnumMap<>(Series.class);

    private record Key(Series series, String subject, @Nullable Region region) {}

    /// A figure with the period it is of.
    record Figure(Series series, String period, LocalDate asOf, double value, boolean stale) {

        /// This figure of an earlier period, told with the age of the newest one.
        Figure asCurrentAs(Figure newest) {
            return new Figure(series, period, asOf, value, newest.stale);
        }

        /// A sentence on this figure; an old one says so.
        Sentence says(String text) {
            var told = stale ? "조금 지난 자료지만 " + text : text;
            return new Sentence(told, series.source(), asOf);
        }
    }

    PublicFigures(LocalDate today) {
        this.today = today;
    }

    /// Takes rows newest first. What is too old is not even kept, except to compare with.
    void add(StoredFacts.Row row) {
        var freshness = row.series().freshness(row.asOf(), today);
        var key = new Key(row.series(), row.subject(), row.region());
        var kept = figures.get(key);
        if (freshness == Freshness.DROPPED && kept == null) {
            return;
        }
        if (kept == null) {
            kept = new ArrayList<>(2);
            figures.put(key, kept);
            subjects.computeIfAbsent(row.series(), _ -> new HashSet<>()).add(row.subject());
        }
        kept.add(
                new Figure(
                        row.series(),
                        row.period(),
                        row.asOf(),
                        row.value(),
                        freshness != Freshness.FRESH));
    }

    /// Newest first; empty when there is none that may still be told.
    List<Figure> of(Series series, String subject, @Nullable Region region) {
        return figures.getOrDefault(new Key(series, subject, region), List.of());
    }

    Optional<Figure> newest(Series series, String subject, @Nullable Region region) {
        return of(series, subject, region).stream().findFirst();
    }

    /// The figure a year before the newest one.
    Optional<Figure> yearBefore(Series series, String subject, @Nullable Region region) {
        var all = of(series, subject, region);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var then = Integer.parseInt(all.getFirst().period()) - 100;
        return all.stream().filter(each -> Integer.parseInt(each.period()) == then).findFirst();
    }

    /// What a series speaks of.
    Set<String> subjects(Series series) {
        return subjects.getOrDefault(series, Set.of());
    }

    LocalDate today() {
        return today;
    }
}
