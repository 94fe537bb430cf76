package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BusinessTypesTest {

    @Test
    void everyTypeIsFoundByItsNameAndHasAPlausibleMargin() {
        for (var type : BusinessTypes.all()) {
            assertThat(BusinessTypes.find(type.name())).contains(type);
            assertThat(type.defaultMarginPercent()).isBetween(5, 80);
        }
        assertThat(BusinessTypes.all()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void noWordMeansTwoTypes() {
        var owners = new java.util.HashMap<String, String>();
        for (var row : DataFile.rows("business-types.csv")) {
            for (var word : DataFile.parts(row.get(5))) {
                var other = owners.put(KoreanText.key(word), row.getFirst());
                assertThat(other == null || other.equals(row.getFirst())).as(word).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyIndustryHasAGeneralType(Industry industry) {
        var general = BusinessTypes.general(industry);
        assertThat(general.industry()).isEqualTo(industry);
        assertThat(BusinessTypes.resolve("듣도 보도 못한 곳", industry)).isEqualTo(general);
    }

    @ParameterizedTest
    @CsvSource({
        "고깃집, 고깃집",
        "고기집, 고깃집",
        "삼겹살, 고깃집",
        "막창집, 고깃집",
        "24시 순댓국, 국밥집",
        "커피숍, 카페",
        "동네 작은 카페, 카페",
        "피씨방, PC방",
        "pc방, PC방",
        "Pub, 주점",
        "수제버거 전문점, 햄버거 가게",
        "피자 만드는 카페, 카페",
        "헬스클럽, 헬스장",
        "1인 헤어샵, 미용실",
        "꽃 가게, 꽃집",
        "여성의류, 옷가게",
        "애견미용, 반려동물 미용실",
        "영어 공부방, 학원",
        "게스트하우스, 게스트하우스",
        "풀빌라, 펜션",
        "슈퍼, 슈퍼마켓",
        "족발, 족발보쌈집",
        "한식, 한식당",
        "의류, 옷가게",
        "화장품, 화장품 가게",
        "현수막, 인쇄·제작소",
        "미용실샵, 미용실",
        "게스트하우수, 게스트하우스",
    })
    void resolvesWhatOwnersType(String typed, String name) {
        assertThat(BusinessTypes.resolve(typed, null).name()).isEqualTo(name);
    }

    @Test
    void aGuessStaysInsideTheGivenIndustry() {
        assertThat(BusinessTypes.resolve("수제 꽃 케이크 판매", Industry.RETAIL).industry())
                .isEqualTo(Industry.RETAIL);
    }

    @ParameterizedTest
    @CsvSource({"고기, 고깃집", "고깃, 고깃집", "카, 카페", "네일, 네일샵", "미용, 미용실", "헬스, 헬스장", "게스, 게스트하우스"})
    void suggestsTheUsualTypeFirst(String typed, String first) {
        assertThat(BusinessTypes.suggest(typed, 5).getFirst().name()).isEqualTo(first);
    }

    @Test
    void suggestionsAreLimitedAndDistinct() {
        assertThat(BusinessTypes.suggest("가", 3))
                .hasSizeLessThanOrEqualTo(3)
                .doesNotHaveDuplicates();
        assertThat(BusinessTypes.suggest("  ", 3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "I21201, 카페, 카페",
        "I21006, 치킨, 치킨집",
        "I21001, 빵/도넛, 베이커리",
        "I20101, 백반/한정식, 한식당",
        "G20405, 편의점, 편의점",
        "S20701, 미용실, 미용실",
        "I10103, 펜션, 펜션",
        "P10501, 입시·교과학원, 학원",
        "M10301, 변호사, 전문 사무소",
        "N10399, 기타 조경, 기타 업종",
    })
    void mapsPublicCodes(String code, String name, String type) {
        assertThat(BusinessTypes.ofPublicCode(code, name)).map(BusinessType::name).contains(type);
    }

    @Test
    void unknownPublicCodesMeanNothing() {
        assertThat(BusinessTypes.ofPublicCode("Q12A01", "한식")).isEmpty();
        assertThat(BusinessTypes.ofPublicCode("", "")).isEmpty();
    }

    @Test
    void classesOfTypesExistAndAgreeOnTheIndustry() {
        for (var type : BusinessTypes.all()) {
            BusinessTypes.tradeClass(type)
                    .ifPresent(each -> assertThat(each.industry()).isEqualTo(type.industry()));
        }
        assertThat(BusinessTypes.tradeClass(BusinessTypes.find("카페").orElseThrow()))
                .map(TradeClass::stores)
                .contains(122_623);
        assertThat(TradeClass.all())
                .hasSize(75)
                .extracting(TradeClass::stores)
                .allMatch(n -> n > 0);
        assertThat(TradeClass.all().stream().mapToInt(TradeClass::stores).sum())
                .isEqualTo(2_772_484);
    }
}
