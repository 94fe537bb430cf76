package kr.dangol.intake.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The steps of a run, in their order. The last two work on the case book as a whole.
public enum StepName {
    FETCH,
    CLEAN,
    STORE,
    EMBED,
    INDEX;

    /// The form on the wire.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isPerSource() {
        return compareTo(STORE) <= 0;
    }

    public static Optional<StepName> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
