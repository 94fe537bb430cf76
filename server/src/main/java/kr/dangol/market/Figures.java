package kr.dangol.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import kr.dangol.shared.Channel;
import org.jspecify.annotations.Nullable;

/// What a group of past events shows: how many they are, how many of them samples, and the middle
/// of what they brought.
record Figures(
        int cases,
        int samples,
        Spread participants,
        Spread roi,
        Spread cost,
        Map<Channel, Part> channels,
        Map<PrizeKind, Part> prizes) {

    /// A part of a group, with enough cases to be named.
    record Part(int cases, double participants, double roi) {}

    /// The lower quarter, the middle and the upper quarter.
    record Spread(double low, double middle, double high) {

        static Spread of(Collection<Note> notes, ToDoubleFunction<Note> value) {
            var sorted = notes.stream().mapToDouble(value).sorted().toArray();
            return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
        }

        private static double at(double[] sorted, double share) {
            var place = share * (sorted.length - 1);
            var below = sorted[(int) Math.floor(place)];
            return below + (sorted[(int) Math.ceil(place)] - below) * (place - Math.floor(place));
        }
    }

    /// The fewest cases a statement rests on.
    static final int MIN_CASES = 8;

    /// The fewest cases a comparison inside a group rests on.
    static final int MIN_PART = 5;

    /// The fewest shops, so that nobody recognises another owner's event.
    private static final int MIN_STORES = 5;

    /// Null when too few events or too few shops stand behind the figures.
    static @Nullable Figures of(List<Note> notes) {
        if (notes.size() < MIN_CASES || !isOfEnoughStores(notes)) {
            return null;
        }
        var samples = (int) notes.stream().filter(Note::sample).count();
        return new Figures(
                notes.size(),
                samples,
                Spread.of(notes, Note::participants),
                Spread.of(notes, Note::roi),
                Spread.of(notes, Note::cost),
                parts(notes, Channel.class, Note::channel),
                parts(notes, PrizeKind.class, Note::prize));
    }

    private static boolean isOfEnoughStores(List<Note> notes) {
        return notes.stream().map(Note::store).distinct().limit(MIN_STORES).count() == MIN_STORES;
    }

    private static <K extends Enum<K>> Map<K, Part> parts(
            List<Note> notes, Class<K> type, Function<Note, @Nullable K> key) {
        var groups = new EnumMap<K, List<Note>>(type);
        for (var note : notes) {
            var group = key.apply(note);
            if (group != null) {
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(note);
            }
        }
        var parts = new EnumMap<K, Part>(type);
        groups.forEach((group, own) -> {
            if (own.size() >= MIN_PART && isOfEnoughStores(own)) {
                parts.put(
                        group,
                        new Part(
                                own.size(),
                                Spread.of(own, Note::participants).middle(),
                                Spread.of(own, Note::roi).middle()));
            }
        });
        return parts;
    }
}
