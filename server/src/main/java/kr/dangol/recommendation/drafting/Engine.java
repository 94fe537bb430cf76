package kr.dangol.recommendation.drafting;

import org.jspecify.annotations.Nullable;

/// What plans are written with. All of it changes the words, so all of it belongs to the cache key.
public record Engine(String name, @Nullable String model, String promptVersion) {

    /// The planner that is always there. Its version changes with what it can write.
    public static final Engine PLANNER = new Engine("planner", null, "planner-1");
}
