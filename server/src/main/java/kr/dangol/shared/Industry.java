package kr.dangol.shared;

import java.util.Arrays;
import java.util.Optional;

/// The five industry groups (업종) every shop belongs to.
public enum Industry {
    FOOD("음식점", "food"),
    RETAIL("소매점", "retail"),
    SERVICE("서비스", "service"),
    LODGING("숙박", "lodging"),
    OTHER("기타", "other");

    private final String label;
    private final String key;

    Industry(String label, String key) {
        this.label = label;
        this.key = key;
    }

    /// The Korean name, also its form on the wire.
    public String label() {
        return label;
    }

    /// An ASCII name for index namespaces and metric tags.
    public String key() {
        return key;
    }

    public static Optional<Industry> find(String label) {
        var wanted = label.strip();
        return Arrays.stream(values()).filter(each -> each.label.equals(wanted)).findFirst();
    }
}
