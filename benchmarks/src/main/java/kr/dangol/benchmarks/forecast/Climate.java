package kr.dangol.benchmarks.forecast;

/// What makes a drawn world hard.
enum Climate {
    /// Moderate noise, every kind of case well covered.
    FAIR(14, 0.42, 0, 0, 0),
    /// Many kinds of shop, district and prize, few cases of each.
    THIN(40, 0.42, 0, 0, 0),
    /// Outcomes scatter by more than half.
    NOISY(14, 0.70, 0, 0, 0),
    /// Levels and tastes change over the years.
    DRIFTING(14, 0.42, 0.20, 0, 0),
    /// Outcomes far from any rule are common.
    HEAVY_TAILED(14, 0.30, 0, 1, 0),
    /// One row in twelve has a wrong trade, purpose or prize; one in fifty an absurd figure.
    MISLABELLED(14, 0.42, 0, 0, 0.08);

    final int types;
    final double noise;
    final double drift;
    final int tails;
    final double mislabelled;

    Climate(int types, double noise, double drift, int tails, double mislabelled) {
        this.types = types;
        this.noise = noise;
        this.drift = drift;
        this.tails = tails;
        this.mislabelled = mislabelled;
    }
}
