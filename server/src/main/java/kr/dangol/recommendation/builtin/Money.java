package kr.dangol.recommendation.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.PlanDraft.CostItem;
import kr.dangol.recommendation.planning.Prizes;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What a plan costs and what the money goes to.
final class Money {

    private Money() {}

    /// Between the band's aims, a sum people would name.
    static long cost(BudgetBand band, Mix mix) {
        var from = band.aimFrom().amount();
        var to = band.aimTo().amount();
        var wanted = from + Math.round((to - from) * mix.fraction());
        var step = step(wanted);
        var down = wanted - wanted % step;
        return Stream.of(down, down + step)
                .filter(sum -> sum >= from && band.contains(Won.of(sum)))
                .findFirst()
                .orElseGet(() -> band.clamp(Won.of(wanted)).amount());
    }

    private static long step(long amount) {
        if (amount >= 2_000_000) {
            return 50_000;
        }
        return amount >= 300_000
                ? 10_000
                : amount >= 100_000 ? 5_000 : amount >= 10_000 ? 1_000 : 1;
    }

    /// How many prizes are bought: for as many winners as the share of the cost pays, but not for
    /// more than half of those who are likely to come.
    static int winners(Mechanic.Reward reward, Gift gift, long cost) {
        var affordable = Prizes.round(cost * reward.share() / 100 / Math.max(1, gift.price()));
        var atMost = Math.max(1, Prizes.affordable(cost, gift.price()));
        var likely = Math.max(1, Prizes.round(people(cost) / 2));
        return Math.clamp(affordable, 1, Math.min(Math.min(reward.most(), likely), atMost));
    }

    /// How many gifts to have ready when everyone gets one.
    static int supply(Gift gift, long cost) {
        return Math.clamp(
                Prizes.round(people(cost)), 1, Math.max(1, Prizes.affordable(cost, gift.price())));
    }

    private static long people(long cost) {
        return Math.max(2, cost / Tier.of(cost).costPerParticipant());
    }

    /// The prizes first, then the mechanic's other costs by their weights; sums exactly to the
    /// cost.
    static List<CostItem> items(
            Mechanic mechanic, Gift gift, @Nullable Integer winners, long cost) {
        var count = winners == null ? supply(gift, cost) : winners;
        var prizes = Math.min(cost, gift.price() * count);
        var items = new ArrayList<CostItem>();
        items.add(new CostItem(gift.name() + " × " + count, Won.of(prizes)));
        items.addAll(others(mechanic.costs(), cost - prizes));
        return items;
    }

    private static List<CostItem> others(Map<String, Integer> weights, long rest) {
        if (rest <= 0) {
            return List.of();
        }
        var step = rest >= 10_000 ? 1_000 : rest >= 1_000 ? 100 : 1;
        var sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        var items = new ArrayList<CostItem>();
        var left = rest;
        for (var item : weights.entrySet()) {
            var last = items.size() == weights.size() - 1;
            var amount = last ? left : rest * item.getValue() / sum / step * step;
            left -= amount;
            items.add(new CostItem(item.getKey(), Won.of(amount)));
        }
        items.removeIf(item -> item.amount().amount() == 0);
        return items;
    }
}
