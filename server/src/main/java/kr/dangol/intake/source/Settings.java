package kr.dangol.intake.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells which settings are missing, by the names operators know.
public final class Settings {

    private final List<String> missing = new ArrayList<>();

    public Settings need(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing.add(name);
        }
        return this;
    }

    public List<String> missing() {
        return List.copyOf(missing);
    }

    /// The value of a setting that is known to be there.
    public static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
