package kr.dangol.recommendation.drafting;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dangol.casebook.PrecedentGroup;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;

/// What the case book knows that is like the brief: for each slot the nearest precedents of its
/// channel and cost, and for each channel the groups of our owners' events.
public record SimilarCases(
        Map<Slot, List<SimilarPrecedent>> bySlot, Map<Channel, List<PrecedentGroup>> groups) {

    private static final int MOST_SINGLES = 3;

    public static final SimilarCases NONE = new SimilarCases(Map.of(), Map.of());

    public SimilarCases {
        bySlot = bySlot.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(bySlot));
        groups = groups.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(groups));
    }

    /// How many different precedents were found.
    int count() {
        return (int)
                bySlot.values().stream()
                        .flatMap(List::stream)
                        .map(similar -> similar.precedent().id())
                        .distinct()
                        .count();
    }

    /// All of them, each once, the nearest of every slot first: scores of different slots cannot be
    /// compared.
    List<SimilarPrecedent> mixed() {
        var all = new LinkedHashMap<PrecedentId, SimilarPrecedent>();
        var longest = bySlot.values().stream().mapToInt(List::size).max().orElse(0);
        IntStream.range(0, longest)
                .boxed()
                .flatMap(rank -> Stream.of(Slot.values()).flatMap(slot -> at(slot, rank)))
                .forEach(each -> all.putIfAbsent(each.precedent().id(), each));
        return List.copyOf(all.values());
    }

    private Stream<SimilarPrecedent> at(Slot slot, int rank) {
        return bySlot.getOrDefault(slot, List.of()).stream().skip(rank).limit(1);
    }

    /// What may be shown beside a plan of this slot and cost: a group first, then single cases.
    List<Evidence> evidence(Slot slot, Won cost) {
        var group =
                groups.getOrDefault(slot.channel(), List.of()).stream()
                        .filter(each -> costsAbout(each.cost(), cost))
                        .limit(1)
                        .map(Evidence::of);
        var titles = new HashMap<String, Boolean>();
        var singles =
                bySlot.getOrDefault(slot, List.of()).stream()
                        .flatMap(similar -> Evidence.of(similar.precedent()).stream())
                        .filter(each -> titles.putIfAbsent(each.title(), true) == null)
                        .limit(MOST_SINGLES);
        return Stream.concat(group, singles).toList();
    }

    /// The same range in which precedents count as similar.
    public static boolean costsAbout(Won one, Won other) {
        return one.amount() * 2 >= other.amount() && one.amount() * 2 <= other.amount() * 3;
    }
}
