package kr.dangol.recommendation;

import java.time.Instant;
import java.util.UUID;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// Fact: an owner asked for six plans and got none. Whoever went away before is not counted. `code`
/// says why, as on the wire.
public record RecommendationFailed(
        UUID id,
        Industry industry,
        @Nullable Region region,
        String code,
        long millis,
        Instant at) {}
