package kr.dangol.recommendation.serving;

import java.util.Arrays;
import java.util.Optional;

/// Why an owner wanted none of the six, in one tap.
public enum RejectionReason {
    TOO_EXPENSIVE("too-expensive"),
    NOT_US("not-us"),
    COMMON("common"),
    OTHER("other");

    private final String key;

    RejectionReason(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<RejectionReason> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
