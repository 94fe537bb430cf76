package kr.dangol.casebook.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.dangol.casebook.Precedent;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseLineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final List<String> COLUMNS =
            List.of(
                    "title",
                    "prize",
                    "participation",
                    "business_type",
                    "address",
                    "date",
                    "purpose",
                    "type",
                    "cost",
                    "participants",
                    "roi",
                    "source",
                    "store",
                    "grade");

    private static final List<String> GOOD =
            List.of(
                    "★오픈★ 도장판!!!",
                    "아메리카노 한 잔",
                    "도장 다섯 개를  모아요",
                    "커피숍",
                    "서울특별시 마포구 양화로 1",
                    "2026.3.1",
                    "재방문 유도",
                    "offline",
                    "30만원",
                    "1,200명",
                    "450%",
                    "동네 신문",
                    "store-1",
                    "");

    @Test
    void readsKoreanNotationAndCleansTheWords() throws LineRefused {
        var precedent = read("title", "★오픈★ 도장판!!!");
        assertThat(precedent.title()).isEqualTo("오픈 도장판!");
        assertThat(precedent.prize()).isEqualTo("아메리카노 1잔");
        assertThat(precedent.participation()).isEqualTo("도장 다섯 개를 모아요");
        assertThat(precedent.industry()).isEqualTo(Industry.FOOD);
        assertThat(precedent.businessType().name()).isEqualTo("카페");
        assertThat(precedent.region()).isEqualTo(new Region("서울", "마포구"));
        assertThat(precedent.date()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(precedent.season()).isEqualTo(Season.SPRING);
        assertThat(precedent.purpose()).isEqualTo(Purpose.REVISIT);
        assertThat(precedent.channel()).isEqualTo(Channel.OFFLINE);
        assertThat(precedent.cost()).isEqualTo(Won.of(300_000));
        assertThat(precedent.participants()).isEqualTo(1_200);
        assertThat(precedent.roi()).isEqualTo(450);
        assertThat(precedent.grade()).isEqualTo(Grade.REPORTED);
        assertThat(precedent.storeKey()).isEqualTo("store-1");
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', 제목 칸이 비어",
        "title, ★★★, 제목 칸이 비어",
        "prize, '', 경품 칸이 비어",
        "participation, '', 참여 방법 칸이 비어",
        "business_type, '', 업종 칸이 비어",
        "date, 내일, 날짜 칸을 읽을 수 없어요: 내일",
        "date, 2026-02-30, 날짜 칸을 읽을 수 없어요",
        "date, 2027-01-01, 날짜가 지난 날이 아니에요",
        "purpose, 재미, 목적 칸을 읽을 수 없어요: 재미",
        "type, 라디오, 방식 칸을 읽을 수 없어요",
        "cost, 공짜에가까움, 비용 칸을 읽을 수 없어요",
        "cost, 99999999999, 비용이 있을 수 없는",
        "participants, 많음, 참여자 수 칸을 읽을 수 없어요",
        "roi, 대박, 수익률 칸을 읽을 수 없어요",
        "roi, -300, 수익률이 있을 수 없는",
        "grade, BEST, 등급 칸을 읽을 수 없어요",
        "title, 깨진\uFFFD글, 글자가 깨져",
    })
    void saysWhatIsWrongWithALine(String column, String value, String reason) {
        assertThatThrownBy(() -> read(column, value))
                .isInstanceOf(LineRefused.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"cost", "participants", "roi", "date", "purpose", "type", "address", "store"})
    void whatIsNotKnownMayStayEmpty(String column) throws LineRefused {
        assertThat(read(column, "").title()).isNotEmpty();
    }

    @Test
    void ideasWithoutFiguresHaveNoGradeWhateverTheySay() throws LineRefused {
        var values = values("grade", "MEASURED");
        values.set(COLUMNS.indexOf("participants"), "");
        values.set(COLUMNS.indexOf("roi"), "");
        assertThat(CaseLine.read(Header.of(COLUMNS), values, TODAY).grade()).isEqualTo(Grade.NONE);
    }

    @Test
    void anAddressThatCannotBePlacedIsNoReasonToLoseACase() throws LineRefused {
        assertThat(read("address", "중구").region()).isNull();
    }

    @Test
    void refusesALineWithTooFewColumns() {
        assertThatThrownBy(() -> CaseLine.read(Header.of(COLUMNS), List.of("하나"), TODAY))
                .hasMessage("열이 14개여야 하는데 1개예요.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "20260301, 2026-03-01",
        "2026/3/1, 2026-03-01",
        "2026년 3월 1일, 2026-03-01",
        "2026. 3. 1., 2026-03-01",
    })
    void readsDaysAsPeopleWriteThem(String written, LocalDate day) throws LineRefused {
        assertThat(read("date", written).date()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "아아 한잔, 아이스 아메리카노 1잔",
        "스벅 기프티콘, 스타벅스 모바일 교환권",
        "문상 10000원, 문화상품권 1만원",
        "'문화 상품권 50,000원', 문화상품권 5만원",
        "생크림 케익, 생크림 케이크",
        "카페라떼 2 잔, 카페라테 2잔",
    })
    void standardisesPrizes(String written, String standard) throws LineRefused {
        assertThat(read("prize", written).prize()).isEqualTo(standard);
    }

    @ParameterizedTest
    @CsvSource({
        "커피한잔, 커피 1잔",
        "생맥주 두 잔, 생맥주 2잔",
        "무한잔 무료, 무한잔 무료",
    })
    void countsPrizesInFigures(String written, String standard) throws LineRefused {
        assertThat(read("prize", written).prize()).isEqualTo(standard);
    }

    @ParameterizedTest
    @CsvSource({
        "인스타 팔로잉하고 덧글 달기, 인스타그램 팔로우하고 댓글 달기",
        "카톡 채널 추가, 카카오톡 채널 추가",
        "스탬프 카드를 채우기, 도장판을 채우기",
        "스탬프 5개 모으기, 도장 5개 모으기",
        "인스타그램에 해쉬태그 달기, 인스타그램에 해시태그 달기",
    })
    void saysOneThingInOneWay(String written, String standard) throws LineRefused {
        assertThat(read("participation", written).participation()).isEqualTo(standard);
    }

    @Test
    void normalisesDecomposedAndWideText() throws LineRefused {
        var decomposed = Normalizer.normalize("봄맞이 할인", Normalizer.Form.NFD);
        assertThat(read("title", decomposed).title()).isEqualTo("봄맞이 할인");
        assertThat(read("title", "１０％ 할인").title()).isEqualTo("10% 할인");
    }

    private static Precedent read(String column, String value) throws LineRefused {
        return CaseLine.read(Header.of(COLUMNS), values(column, value), TODAY);
    }

    private static List<String> values(String column, String value) {
        var values = new ArrayList<>(GOOD);
        values.set(COLUMNS.indexOf(column), value);
        return values;
    }
}
