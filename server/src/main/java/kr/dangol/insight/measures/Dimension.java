package kr.dangol.insight.measures;

import java.util.Optional;
import java.util.stream.Stream;

/// By what measures can be told apart.
public enum Dimension {
    INDUSTRY("industry", "industry"),
    REGION("region", "city"),
    ENGINE("engine", "engine"),
    PROMPT_VERSION("promptVersion", "prompt_version");

    private final String key;
    private final String column;

    Dimension(String key, String column) {
        this.key = key;
        this.column = column;
    }

    public String key() {
        return key;
    }

    String column() {
        return column;
    }

    public static Optional<Dimension> find(String key) {
        return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
