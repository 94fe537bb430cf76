package kr.dangol.casebook.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.sample.SampleFigures.Causes;
import kr.dangol.casebook.sample.SampleMechanic.Winners;
import kr.dangol.casebook.sample.SampleTrade.PrizeTier;
import kr.dangol.casebook.sample.SampleTrade.SamplePrize;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import org.jspecify.annotations.Nullable;

/// One sample event on its way into the book: how it works, what it gives away, what came of it, in
/// words.
record SampleDraft(
        SampleMechanic mechanic,
        Purpose purpose,
        LocalDate date,
        String title,
        String prize,
        String participation,
        SampleFigures figures) {

    private static final int[] ROUND = {
        1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 70, 100, 150, 200, 300, 500
    };
    private static final double PRIZE_SHARE_OF_COST = 0.70;

    /// Throws the dice once; null when the throw gives no sensible event, such as a prize that the
    /// budget cannot pay.
    static @Nullable SampleDraft roll(
            SampleStore store,
            long cost,
            List<SampleMechanic> mechanics,
            LocalDate date,
            SampleDice dice) {
        var purpose = dice.pick(List.of(Purpose.values()));
        var channel = dice.pick(List.of(Channel.values()));
        var fitting =
                mechanics.stream()
                        .filter(each -> each.channel() == channel && each.fits(store.trade()))
                        .filter(each -> each.purposes().contains(purpose))
                        .toList();
        if (fitting.isEmpty()) {
            return null;
        }
        var mechanic = dice.pick(fitting);
        var figures = SampleFigures.of(causes(store, cost, mechanic, purpose, date), dice);
        var prize =
                dice.pick(
                        store.trade().prizes().getOrDefault(tier(mechanic, cost, dice), List.of()));
        var winners = winners(mechanic, prize, cost, figures.participants(), dice);
        if (winners == 0) {
            return null;
        }
        return worded(store, new Choice(mechanic, purpose, date, prize, winners, figures), dice);
    }

    /// What the dice have settled before words are found for it.
    private record Choice(
            SampleMechanic mechanic,
            Purpose purpose,
            LocalDate date,
            SamplePrize prize,
            int winners,
            SampleFigures figures) {}

    private static Causes causes(
            SampleStore store,
            long cost,
            SampleMechanic mechanic,
            Purpose purpose,
            LocalDate date) {
        return new Causes(
                store.trade(),
                mechanic,
                purpose,
                Season.of(date),
                store.place(),
                cost,
                store.reach(),
                store.spending());
    }

    /// Larger budgets give larger prizes where the way of taking part allows them.
    private static PrizeTier tier(SampleMechanic mechanic, long cost, SampleDice dice) {
        var tiers = mechanic.tiers();
        if (cost > 2_000_000 && dice.chance(0.6)) {
            return tiers.getLast();
        }
        return cost <= 500_000 && dice.chance(0.6) ? tiers.getFirst() : dice.pick(tiers);
    }

    /// How many get the prize; 0 when the budget cannot pay it.
    private static int winners(
            SampleMechanic mechanic,
            SamplePrize prize,
            long cost,
            int participants,
            SampleDice dice) {
        if (mechanic.winners() == Winners.ALL) {
            return (long) prize.unitPrice() * participants <= cost * PRIZE_SHARE_OF_COST
                    ? participants
                    : 0;
        }
        var affordable = cost * dice.between(0.35, PRIZE_SHARE_OF_COST) / prize.unitPrice();
        var sensible =
                Math.min(
                        affordable,
                        participants * (mechanic.winners() == Winners.DRAW ? 0.4 : 0.9));
        var rounded = 0;
        for (var each : ROUND) {
            if (each <= sensible) {
                rounded = each;
            }
        }
        return mechanic.winners() == Winners.FIRST && rounded < 5 ? 0 : rounded;
    }

    private static @Nullable SampleDraft worded(SampleStore store, Choice choice, SampleDice dice) {
        var words = words(store, choice, dice);
        var title = SampleText.fill(dice.pick(choice.mechanic().titles()), words);
        var occasion = SampleOccasion.near(choice.date(), store.trade().type().industry());
        var headed = occasion + ", " + title;
        var wanted = dice.chance(0.25) && !title.contains(",") ? headed : title;
        if (wanted.length() > 30 || choice.prize().name().length() > 20) {
            return null;
        }
        return new SampleDraft(
                choice.mechanic(),
                choice.purpose(),
                choice.date(),
                wanted,
                choice.prize().name(),
                SampleText.fill(dice.pick(choice.mechanic().ways()), words),
                choice.figures());
    }

    private static Map<String, String> words(SampleStore store, Choice choice, SampleDice dice) {
        var trade = store.trade();
        var item = dice.pick(trade.items());
        var season = Season.of(choice.date());
        return Map.ofEntries(
                Map.entry("item", item),
                Map.entry("chosung", SampleText.initials(item)),
                Map.entry("season", dice.pick(trade.seasonal().getOrDefault(season, List.of()))),
                Map.entry("when", season.label()),
                Map.entry("month", choice.date().getMonthValue() + "월"),
                Map.entry("prize", choice.prize().name()),
                Map.entry("n", String.valueOf(choice.winners())),
                Map.entry("days", String.valueOf(dice.pick(List.of(5, 7, 10, 14, 21)))),
                Map.entry("people", dice.pick(trade.people())),
                Map.entry("noun", trade.noun()),
                Map.entry("buy", trade.buy()),
                Map.entry("trade", trade.type().name()),
                Map.entry("years", store.years() + "주년"),
                Map.entry("place", shortName(store.region())));
    }

    private static String shortName(Region region) {
        var district = region.district();
        return district == null ? region.city() : district.substring(district.lastIndexOf(' ') + 1);
    }
}
