package kr.dangol.benchmarks.town;

/// How long owners tell what came of their events.
enum Telling {
    ALWAYS("told all year", Span.MONTHS),
    FOUR_MONTHS("withheld after four months", 4),
    ONE_MONTH("withheld after one month", 1),
    NEVER("never told", 0);

    private final String words;
    private final int months;

    Telling(String words, int months) {
        this.words = words;
        this.months = months;
    }

    String words() {
        return words;
    }

    /// In a month counted from 0.
    boolean isOnIn(int month) {
        return month < months;
    }
}
