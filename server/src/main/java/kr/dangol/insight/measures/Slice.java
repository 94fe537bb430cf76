package kr.dangol.insight.measures;

import java.util.HashMap;
import java.util.Map;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;

/// Which recommendations and outcomes are looked at; null is all.
public record Slice(
        @Nullable String industry,
        @Nullable String region,
        @Nullable String engine,
        @Nullable String promptVersion) {

    public Slice {
        industry = plain(industry);
        region = plain(region);
        engine = plain(engine);
        promptVersion = plain(promptVersion);
    }

    public static final Slice ALL = new Slice(null, null, null, null);

    /// As the tables of sums name it.
    Map<String, String> wanted() {
        var wanted = new HashMap<String, String>();
        put(wanted, Dimension.INDUSTRY, industry);
        put(wanted, Dimension.REGION, region);
        put(wanted, Dimension.ENGINE, engine);
        put(wanted, Dimension.PROMPT_VERSION, promptVersion);
        return wanted;
    }

    /// What is asked for is told again in the answer.
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : KoreanText.clean(text);
    }

    private static void put(
            Map<String, String> wanted, Dimension dimension, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            wanted.put(dimension.column(), value);
        }
    }
}
