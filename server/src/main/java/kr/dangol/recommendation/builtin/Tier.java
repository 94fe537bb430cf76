package kr.dangol.recommendation.builtin;

/// What an amount of money can do. Follows the won spent, not the slot: under an owner's tight
/// limit even the plan of the high slot is a small one.
enum Tier {
    LOW(2_000),
    MEDIUM(2_800),
    HIGH(3_200);

    private final long dearestForEveryone;

    Tier(long dearestForEveryone) {
        this.dearestForEveryone = dearestForEveryone;
    }

    static Tier of(long cost) {
        return cost <= 500_000 ? LOW : cost <= 2_000_000 ? MEDIUM : HIGH;
    }

    /// The price up to which a gift may go to everyone. At the usual one participant per 3,000 to
    /// 4,500 won of cost it stays below 70 % of the cost.
    long dearestForEveryone() {
        return dearestForEveryone;
    }
}
