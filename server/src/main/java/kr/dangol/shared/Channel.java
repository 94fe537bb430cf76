package kr.dangol.shared;

import java.util.Arrays;
import java.util.Optional;

/// Where an event takes place: online or in the shop. Called `type` on the wire.
public enum Channel {
    ONLINE("online", "온라인"),
    OFFLINE("offline", "오프라인");

    private final String key;
    private final String label;

    Channel(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static Optional<Channel> find(String text) {
        var wanted = text.strip();
        return Arrays.stream(values())
                .filter(each -> each.key.equalsIgnoreCase(wanted) || each.label.equals(wanted))
                .findFirst();
    }
}
