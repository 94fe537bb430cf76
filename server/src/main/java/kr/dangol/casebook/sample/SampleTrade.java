package kr.dangol.casebook.sample;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Season;
import org.apache.commons.csv.CSVRecord;

/// What the generator knows about a trade: how much one visit brings, what it sells in which
/// season, what it gives away.
record SampleTrade(
        BusinessType type,
        int weight,
        int ticket,
        String noun,
        String buy,
        List<String> people,
        List<String> items,
        Map<Season, List<String>> seasonal,
        Map<PrizeTier, List<SamplePrize>> prizes) {

    /// Sizes of prizes, by what one of them costs.
    enum PrizeTier {
        SMALL,
        MEDIUM,
        LARGE
    }

    /// A prize and what one of it costs the shop in won.
    record SamplePrize(String name, int unitPrice) {}

    static List<SampleTrade> load() throws IOException {
        return SampleResources.csv("sample-trades.csv", SampleTrade::of);
    }

    private static SampleTrade of(CSVRecord row) {
        var name = row.get("business_type");
        return new SampleTrade(
                BusinessTypes.find(name).orElseThrow(() -> new IllegalStateException(name)),
                Integer.parseInt(row.get("weight")),
                Integer.parseInt(row.get("ticket")),
                row.get("noun"),
                row.get("buy"),
                list(row, "people"),
                list(row, "items"),
                Map.of(
                        Season.SPRING, list(row, "spring"),
                        Season.SUMMER, list(row, "summer"),
                        Season.AUTUMN, list(row, "autumn"),
                        Season.WINTER, list(row, "winter")),
                Map.of(
                        PrizeTier.SMALL, prizes(row, "small"),
                        PrizeTier.MEDIUM, prizes(row, "medium"),
                        PrizeTier.LARGE, prizes(row, "large")));
    }

    private static List<SamplePrize> prizes(CSVRecord row, String column) {
        return list(row, column).stream().map(SampleTrade::prize).toList();
    }

    private static SamplePrize prize(String text) {
        var colon = text.lastIndexOf(':');
        return new SamplePrize(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static List<String> list(CSVRecord row, String column) {
        return Arrays.asList(row.get(column).split("\\|"));
    }
}
