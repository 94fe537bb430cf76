package kr.dangol.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.KoreanText;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import kr.dangol.shared.Season;
import kr.dangol.shared.TradeClass;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarketBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Seoul"));
    private static final Pattern WRONG_PARTICLE =
            Pattern.compile("null|을\\(를\\)|[은는이가을를과와] [은는이가을를]( |,)|  ");

    private final FakeCasebook casebook = new FakeCasebook();
    private final MarketBook market = new MarketBook(casebook, () -> PublicFigures.NONE, CLOCK);

    @Test
    void everyShopOnEveryDateGetsThreeStatementsOfGoodLengthWithSources() {
        knowSamples();
        for (var type : BusinessTypes.all()) {
            for (int week = 0; week < 56; week++) {
                var date = TODAY.plusWeeks(week);
                var region =
                        Regions.all().get((type.name().hashCode() >>> 1) % Regions.all().size());
                for (var each : statements(trends(type, region, date))) {
                    check(each, type.name() + " " + region.label() + " " + date);
                }
            }
        }
    }

    @Test
    void everyRegionGetsAStatement() {
        knowSamples();
        var regions = new ArrayList<>(Regions.all());
        regions.addAll(Regions.cities());
        for (var region : regions) {
            for (var industry : Industry.values()) {
                var type = BusinessTypes.general(industry);
                check(trends(type, region, TODAY).location(), region.label() + industry);
            }
        }
    }

    private static void check(Statement statement, String what) {
        assertThat(statement.text()).as(what).hasSizeBetween(78, 128);
        assertThat(statement.text()).as(what).isEqualTo(KoreanText.clean(statement.text()));
        assertThat(statement.text()).as(what).endsWith("요.").doesNotContainPattern(WRONG_PARTICLE);
        assertThat(statement.source()).as(what).isNotBlank();
        assertThat(statement.asOf()).as(what).isBeforeOrEqualTo(TODAY);
    }

    @Test
    void sameQuestionGetsTheSameAnswer() {
        knowSamples();
        var type = BusinessTypes.find("고깃집").orElseThrow();
        assertThat(trends(type, gangnam(), TODAY)).isEqualTo(trends(type, gangnam(), TODAY));
    }

    @Test
    void shopsOfDifferentTradesReadDifferentThings() {
        knowSamples();
        var industry = new HashSet<String>();
        var season = new HashSet<String>();
        for (var type : BusinessTypes.all()) {
            var trends = trends(type, gangnam(), TODAY);
            industry.add(trends.industry().text());
            season.add(trends.season().text());
        }
        assertThat(industry).hasSizeGreaterThan(70);
        assertThat(season).hasSizeGreaterThan(12);
    }

    @Test
    void countsOfShopsAreThePublishedOnes() {
        var trends = trends(BusinessTypes.find("동물병원").orElseThrow(), gangnam(), TODAY);
        assertThat(trends.industry().text()).contains("동물병원은 전국에 4,662곳");
        assertThat(trends.industry().source()).contains(TradeClass.SOURCE);
        assertThat(trends.industry().asOf()).isEqualTo(TradeClass.AS_OF);
    }

    @Test
    void daysAreCountedFromTheEventsStart() {
        var florist = BusinessTypes.find("꽃집").orElseThrow();
        assertThat(trends(florist, gangnam(), LocalDate.of(2027, 2, 9)).season().text())
                .contains("졸업철");
        assertThat(trends(florist, gangnam(), LocalDate.of(2026, 12, 9)).season().text())
                .startsWith("12월 9일에 시작하면 크리스마스까지 16일이 남아요.");
        var bakery = BusinessTypes.find("베이커리").orElseThrow();
        assertThat(trends(bakery, gangnam(), TODAY).season().text())
                .startsWith("크리스마스까지 33일 남았어요.");
        assertThat(trends(bakery, gangnam(), LocalDate.of(2026, 12, 25)).season().text())
                .startsWith("시작하는 날이 바로 크리스마스예요.");
    }

    @Test
    void anEmptyBookIsAdmittedAndInventsNothing() {
        market.read();
        var trends = trends(BusinessTypes.find("카페").orElseThrow(), gangnam(), TODAY);
        assertThat(trends.industry().text()).contains("12만 3천").doesNotContain("사례");
        assertThat(trends.location().text()).contains("아직").doesNotContainPattern("\\d+명");
        assertThat(trends.season().text()).doesNotContain("사례");
    }

    @Test
    void samplesAreCalledSamplesAndRealCasesReal() {
        knowSamples();
        var cafe = BusinessTypes.find("카페").orElseThrow();
        assertThat(trends(cafe, gangnam(), TODAY).industry().text()).contains("예시 사례");
        for (int i = 0; i < 10; i++) {
            casebook.put(own(cafe, "store-" + i, 100 + i, 300));
        }
        market.read();
        assertThat(trends(cafe, gangnam(), TODAY).industry().text())
                .containsPattern("사례 \\d+건\\(예시 \\d+건\\)");
    }

    @Test
    void followsTheBook() {
        var pharmacy = BusinessTypes.find("약국").orElseThrow();
        for (int i = 0; i < 9; i++) {
            casebook.put(own(pharmacy, "store-" + i, 40, 150));
        }
        market.read();
        assertThat(trends(pharmacy, gangnam(), TODAY).industry().text()).contains("약국 실제 사례 9건");
        casebook.exclude(casebook.first());
        casebook.exclude(casebook.first());
        market.read();
        assertThat(trends(pharmacy, gangnam(), TODAY).industry().text()).doesNotContain("사례");
    }

    @Test
    void eventsOfFewShopsAreNeverShown() {
        var pharmacy = BusinessTypes.find("약국").orElseThrow();
        for (int i = 0; i < 40; i++) {
            casebook.put(own(pharmacy, "store-" + i % 4, 40, 150));
        }
        market.read();
        for (var each : statements(trends(pharmacy, gangnam(), TODAY))) {
            assertThat(each.text()).doesNotContainPattern("사례 \\d+건");
        }
    }

    @Test
    void aShopWithoutAPlaceIsTold() {
        knowSamples();
        var text = trends(BusinessTypes.find("카페").orElseThrow(), null, TODAY).location().text();
        assertThat(text).contains("가게 위치를 아직 몰라").contains("주소를 넣어 주시면");
    }

    private void knowSamples() {
        SampleBook.shipped().forEach(casebook::put);
        market.read();
    }

    private Trends trends(BusinessType type, @Nullable Region region, LocalDate date) {
        return market.trends(type.industry(), type, region, date);
    }

    private static List<Statement> statements(Trends trends) {
        return List.of(trends.industry(), trends.location(), trends.season());
    }

    private static Region gangnam() {
        return Regions.find("서울", "강남구").orElseThrow();
    }

    private static Precedent own(BusinessType type, String store, int participants, int roi) {
        return new Precedent(
                new PrecedentId(UUID.randomUUID()),
                Origin.OWN,
                "제목",
                "10% 할인 쿠폰",
                "계산대에서 참여",
                type.industry(),
                type,
                gangnam(),
                TODAY.minusDays(10),
                Season.AUTUMN,
                Purpose.SALES,
                Channel.OFFLINE,
                Won.of(300_000),
                participants,
                roi,
                Grade.MEASURED,
                store,
                null,
                "점주");
    }
}
