package kr.dangol.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import kr.dangol.market.Series.Freshness;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.DataFile;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicSentencesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final BusinessType CAFE = BusinessTypes.find("카페").orElseThrow();
    private static final BusinessType HOTEL = BusinessTypes.find("호텔").orElseThrow();
    private static final Region GANGNAM = Regions.find("서울", "강남구").orElseThrow();
    private static final Region SEOUL = Regions.find("서울", null).orElseThrow();

    private final PublicFigures figures = new PublicFigures(TODAY);
    private final PublicSentences told = new PublicSentences(figures);

    private void know(
            Series series,
            String period,
            LocalDate asOf,
            String subject,
            @Nullable Region region,
            double value) {
        figures.add(new StoredFacts.Row(series, period, asOf, subject, region, value));
    }

    private void shops(String quarter, LocalDate asOf, @Nullable Region region, double shops) {
        for (var code : BusinessTypes.publicCodes(CAFE)) {
            know(Series.STORES, quarter, asOf, code, region, shops);
        }
    }

    @Test
    void countsShopsAndTellsWhatChanged() {
        shops("202609", LocalDate.of(2026, 9, 30), GANGNAM, 3_200);
        shops("202606", LocalDate.of(2026, 6, 30), GANGNAM, 3_000);

        var sentence = told.local(Industry.FOOD, CAFE, GANGNAM).getFirst();

        assertThat(sentence.text()).isEqualTo("강남구에는 카페가 3,200곳 있고, 지난 분기보다 200곳 늘었어요.");
        assertThat(sentence.source()).isEqualTo("소상공인시장진흥공단 상가(상권)정보");
        assertThat(sentence.asOf()).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void saysNothingWhereThereIsNoFigure() {
        assertThat(told.national(Industry.FOOD, CAFE)).isEmpty();
        assertThat(told.local(Industry.FOOD, CAFE, GANGNAM)).isEmpty();
        assertThat(told.local(Industry.FOOD, CAFE, null)).isEmpty();
        assertThat(told.season(CAFE, TODAY)).isEmpty();
    }

    @Test
    void marksWhatIsStaleAndDropsWhatIsTooOld() {
        shops("202512", LocalDate.of(2025, 12, 31), null, 100_000);
        assertThat(told.national(Industry.FOOD, CAFE).orElseThrow().text())
                .startsWith("조금 지난 자료지만 ");

        var later = new PublicFigures(LocalDate.of(2027, 6, 1));
        for (var code : BusinessTypes.publicCodes(CAFE)) {
            later.add(
                    new StoredFacts.Row(
                            Series.STORES,
                            "202512",
                            LocalDate.of(2025, 12, 31),
                            code,
                            null,
                            100_000));
        }
        assertThat(new PublicSentences(later).national(Industry.FOOD, CAFE)).isEmpty();
    }

    @Test
    void comparesAQuarterWithThatOfTheYearBefore() {
        know(Series.SERVICE_OUTPUT, "202602", LocalDate.of(2026, 6, 30), "숙박 및 음식점업", SEOUL, 103);
        know(Series.SERVICE_OUTPUT, "202601", LocalDate.of(2026, 3, 31), "숙박 및 음식점업", SEOUL, 90);
        know(Series.SERVICE_OUTPUT, "202502", LocalDate.of(2025, 6, 30), "숙박 및 음식점업", SEOUL, 100);

        assertThat(told.local(Industry.LODGING, HOTEL, GANGNAM))
                .extracting(Sentence::text)
                .containsExactly("서울 숙박 및 음식점업 생산은 2026년 2분기에 한 해 전보다 3% 늘었어요.");
    }

    @Test
    void callsAnEstimateAnEstimate() {
        know(Series.SEOUL_SALES, "20262", LocalDate.of(2026, 6, 30), "커피-음료", null, 51_234_567);
        know(Series.SEOUL_WEEKEND, "20262", LocalDate.of(2026, 6, 30), "커피-음료", null, 31.4);

        assertThat(told.local(Industry.FOOD, CAFE, GANGNAM))
                .extracting(Sentence::text)
                .singleElement()
                .asString()
                .contains("추정")
                .contains("31%");
    }

    @Test
    void aMonthOfLastYearIsNotCalledOld() {
        for (var back = 0; back < 12; back++) {
            var month = YearMonth.of(2026, 9).minusMonths(back);
            var period = "%d%02d".formatted(month.getYear(), month.getMonthValue());
            know(
                    Series.RETAIL_GOODS,
                    period,
                    month.atEndOfMonth(),
                    "화장품",
                    null,
                    month.getMonthValue() == 11 ? 150 : 100);
        }
        var shop = BusinessTypes.find("화장품 가게").orElseThrow();

        assertThat(told.season(shop, LocalDate.of(2026, 11, 22)))
                .extracting(Sentence::text)
                .containsExactly("화장품은 지난해 11월에 한 해 평균보다 44% 더 팔렸어요.");
    }

    @Test
    void namesTheNextDayOff() {
        know(Series.HOLIDAYS, "2026-11", TODAY, "2026-12-25", null, 1);
        assertThat(told.season(CAFE, LocalDate.of(2026, 12, 1)))
                .extracting(Sentence::text)
                .containsExactly("12월 25일(금)은 쉬는 날이라 손님 흐름이 평소와 달라요.");
        assertThat(told.season(CAFE, LocalDate.of(2026, 11, 20))).isEmpty();
    }

    @Test
    void agesCountFromTheDayTheFiguresStandFor() {
        var day = LocalDate.of(2026, 1, 1);
        assertThat(Series.BLOG_POSTS.freshness(day, day.plusDays(4))).isEqualTo(Freshness.FRESH);
        assertThat(Series.BLOG_POSTS.freshness(day, day.plusDays(5))).isEqualTo(Freshness.STALE);
        assertThat(Series.BLOG_POSTS.freshness(day, day.plusDays(15))).isEqualTo(Freshness.DROPPED);
    }

    @Test
    void everyShopOfTheTableIsOneWeKnow() {
        for (var row : DataFile.rows(PublicSentences.class, "public-subjects.csv")) {
            Series.valueOf(row.getFirst());
            assertThat(
                            Industry.find(row.get(1)).isPresent()
                                    || BusinessTypes.all().stream()
                                            .anyMatch(each -> each.name().equals(row.get(1))))
                    .as(row.get(1))
                    .isTrue();
        }
    }
}
