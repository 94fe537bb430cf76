package kr.dangol.forecast;

/// How likely an event costs more than it earns, in three steps an owner can act on.
public enum LossRisk {
    /// Less than one in five.
    LOW("low", "낮음"),
    /// Up to one in two.
    MEDIUM("medium", "보통"),
    /// More likely than not.
    HIGH("high", "높음");

    private static final double UNLIKELY = 0.2;
    private static final double EVEN = 0.5;

    private final String key;
    private final String label;

    LossRisk(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// The form on the wire.
    public String key() {
        return key;
    }

    /// The form people read.
    public String label() {
        return label;
    }

    static LossRisk of(double probability) {
        if (probability < UNLIKELY) {
            return LOW;
        }
        return probability <= EVEN ? MEDIUM : HIGH;
    }
}
