package kr.dangol.recommendation.builtin;

/// What an amount of money can do. Follows the won spent, not the slot: under an owner's tight
/// limit even the plan of the high slot is a small one.
enum Tier {
    LOW(1_800, 2_500),
    MEDIUM(2_500, 3_500),
    HIGH(3_200, 5_000);

    private final long dearestForEveryone;
    private final long costPerParticipant;

    Tier(long dearestForEveryone, long costPerParticipant) {
        this.dearestForEveryone = dearestForEveryone;
        this.costPerParticipant = costPerParticipant;
    }

    static Tier of(long cost) {
        return cost <= 500_000 ? LOW : cost <= 2_000_000 ? MEDIUM : HIGH;
    }

    /// A modest guess of the cost that brings one participant, for how many gifts to prepare; the
    /// forecast decides afterwards whether they suffice.
    long costPerParticipant() {
        return costPerParticipant;
    }

    /// The price up to which a gift may go to everyone, so that all stay below 70 % of the cost.
    long dearestForEveryone() {
        return dearestForEveryone;
    }
}
