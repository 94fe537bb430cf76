package kr.dangol.casebook.lucene;

import kr.dangol.casebook.search.PrecedentFilter;

/// Costs from `least` to `most` won, both inside; an unknown cost counts as -1.
record CostRange(long least, long most) {

    static final long UNKNOWN_COST = -1;

    static final CostRange UNKNOWN = new CostRange(UNKNOWN_COST, UNKNOWN_COST);

    /// A filter that asks for a cost lets no unknown one pass.
    static CostRange of(PrecedentFilter filter) {
        var from = filter.costFrom();
        var to = filter.costTo();
        if (from == null && to == null) {
            return new CostRange(UNKNOWN_COST, Long.MAX_VALUE);
        }
        return new CostRange(
                from == null ? 0 : from.amount(), to == null ? Long.MAX_VALUE : to.amount());
    }

    CostRange and(CostRange other) {
        return new CostRange(Math.max(least, other.least), Math.min(most, other.most));
    }

    boolean isEmpty() {
        return least > most;
    }

    boolean contains(long cost) {
        return cost >= least && cost <= most;
    }
}
