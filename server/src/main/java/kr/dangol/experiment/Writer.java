package kr.dangol.experiment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who writes plans: a language model with a version of the prompt, or the built-in planner. A null
/// `model` is the configured one. The planner has neither.
public record Writer(Kind kind, @Nullable String promptVersion, @Nullable String model) {

    public static final Writer PLANNER = new Writer(Kind.PLANNER, null, null);

    public enum Kind {
        MODEL,
        PLANNER;

        /// The form on the wire and in the database.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public Writer {
        if ((kind == Kind.MODEL) != (promptVersion != null)
                || kind == Kind.PLANNER && model != null) {
            throw new IllegalArgumentException(kind + " " + promptVersion + " " + model);
        }
    }

    /// @param model null for the configured one
    public static Writer model(String promptVersion, @Nullable String model) {
        return new Writer(Kind.MODEL, promptVersion, model);
    }
}
