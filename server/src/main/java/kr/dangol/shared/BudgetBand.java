package kr.dangol.shared;

import org.jspecify.annotations.Nullable;

/// The won a plan of one budget may cost: more than `above`, at most `atMost`; writers aim between
/// `aimFrom` and `aimTo`. `high` has no upper bound unless the owner named a limit.
public record BudgetBand(Won above, Won atMost, Won aimFrom, Won aimTo) {

    private static final long LOW_LIMIT = 500_000;
    private static final long MEDIUM_LIMIT = 2_000_000;
    private static final long FULL_LIMIT = 6_000_000;
    private static final long NO_LIMIT = 1_000_000_000L;

    public boolean contains(Won cost) {
        return cost.isMoreThan(above) && !cost.isMoreThan(atMost);
    }

    /// The cost moved to the nearest amount inside the band.
    public Won clamp(Won cost) {
        if (cost.isMoreThan(atMost)) {
            return atMost;
        }
        return cost.isMoreThan(above) ? cost : Won.of(above.amount() + 1);
    }

    /// The band of a budget. A limit below 6 million won scales all three: at most a sixth, a half
    /// and the whole of it.
    public static BudgetBand of(Budget budget, @Nullable Won limit) {
        if (limit == null || limit.amount() >= FULL_LIMIT) {
            return full(budget, limit);
        }
        return scaled(budget, limit.amount());
    }

    private static BudgetBand full(Budget budget, @Nullable Won limit) {
        return switch (budget) {
            case LOW -> band(0, LOW_LIMIT, 250_000, 300_000);
            case MEDIUM -> band(LOW_LIMIT, MEDIUM_LIMIT, 1_500_000, 1_800_000);
            case HIGH ->
                    band(
                            MEDIUM_LIMIT,
                            limit == null ? NO_LIMIT : limit.amount(),
                            5_000_000,
                            FULL_LIMIT);
        };
    }

    /// Aims keep the proportions of the full bands: about half of low, four fifths of the others.
    private static BudgetBand scaled(Budget budget, long limit) {
        var sixth = Math.max(1, limit / 6);
        var half = Math.max(2, limit / 2);
        return switch (budget) {
            case LOW -> band(0, sixth, sixth * 5 / 10, sixth * 6 / 10);
            case MEDIUM -> band(sixth, half, half * 75 / 100, half * 90 / 100);
            case HIGH -> band(half, limit, limit * 83 / 100, limit);
        };
    }

    private static BudgetBand band(long above, long atMost, long aimFrom, long aimTo) {
        return new BudgetBand(
                Won.of(above),
                Won.of(atMost),
                Won.of(Math.max(above + 1, aimFrom)),
                Won.of(Math.max(above + 1, Math.min(aimTo, atMost))));
    }
}
