package kr.dangol.benchmarks.town;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import kr.dangol.benchmarks.client.Owner;
import kr.dangol.benchmarks.client.Owner.Failed;

/// Waits until forecasts have learned what was told, as the version in every forecast says: how
/// many cases it knows and how many of them were learned since the last fit. A day of the town
/// passes in a second; in a shop's day the product has all the time it needs.
final class Learning {

    /// As the product promises: a fit follows when one case in fifty is new.
    private static final int FRESH = 50;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Owner anybody;
    private final LocalDate day;
    private int cases;

    private record Version(int cases, int sinceFit) {

        /// "412-1a2b3c4d+7"
        static Version parse(String text) {
            var parts = text.split("[-+]");
            return new Version(
                    Integer.parseInt(parts[0]), parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
        }
    }

    Learning(Owner anybody, LocalDate day) throws Failed {
        this.anybody = anybody;
        this.day = day;
        cases = version().cases();
    }

    /// Until so many more cases are learned and forecasts have come to rest.
    void awaitMore(int more) throws Failed, InterruptedException {
        cases += more;
        var end = System.nanoTime() + PATIENCE.toNanos();
        var now = version();
        while (now.cases() != cases || now.sinceFit() * FRESH > now.cases()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "forecasts know %s and should know %d".formatted(now, cases));
            }
            Thread.sleep(LOOK);
            now = version();
        }
    }

    private Version version() throws Failed {
        var forecast =
                anybody.post(
                        "/api/forecasts",
                        Map.of(
                                "industry", "음식점",
                                "businessType", "카페",
                                "location", Map.of("city", "서울", "district", "마포구"),
                                "purpose", "매출증대",
                                "date", day,
                                "type", "online",
                                "cost", 300_000,
                                "prize", "아메리카노",
                                "participation", "사진을 올려 주세요"));
        return Version.parse(forecast.get("modelVersion").asString());
    }
}
