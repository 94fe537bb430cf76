package kr.dangol.languagemodel;

/// How usage is summed up.
enum UsagePeriod {
    DAY("YYYY-MM-DD"),
    MONTH("YYYY-MM");

    private final String format;

    UsagePeriod(String format) {
        this.format = format;
    }

    /// The pattern PostgreSQL names a period with.
    String format() {
        return format;
    }
}
