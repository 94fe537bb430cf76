package kr.dangol.shared;

import java.util.Arrays;
import java.util.Optional;

/// What an owner wants an event for (이벤트 목적).
public enum Purpose {
    NEW_CUSTOMERS("신규고객유치", "신규 고객 유치"),
    REVISIT("재방문유도", "재방문 유도"),
    SALES("매출증대", "매출 증대"),
    AWARENESS("인지도향상", "인지도 향상");

    private final String key;
    private final String label;

    Purpose(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// The form on the wire, without spaces.
    public String key() {
        return key;
    }

    /// The form people read.
    public String label() {
        return label;
    }

    /// Accepts the purpose with or without spaces.
    public static Optional<Purpose> find(String text) {
        var wanted = text.replaceAll("\\s+", "");
        return Arrays.stream(values()).filter(each -> each.key.equals(wanted)).findFirst();
    }
}
