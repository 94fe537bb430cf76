package kr.dangol.recommendation.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kr.dangol.recommendation.planning.PlanDraft.CostItem;
import kr.dangol.recommendation.planning.PlanDraft.Kit;
import kr.dangol.recommendation.planning.PlanDraft.Step;
import kr.dangol.recommendation.planning.Verdict.Accepted;
import kr.dangol.recommendation.planning.Verdict.Reason;
import kr.dangol.recommendation.planning.Verdict.Refused;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReviewTest {

    private static final Brief BRIEF = brief("카페", null, Set.of());

    private static Brief brief(String type, @Nullable Won limit, Set<String> avoid) {
        return new Brief(
                Industry.FOOD,
                BusinessTypes.resolve(type, null),
                null,
                Purpose.REVISIT,
                LocalDate.of(2026, 11, 23),
                limit,
                "",
                avoid);
    }

    private static PlanDraft plan(String title, String prize, String participation) {
        return plan(title, prize, participation, 280_000, 30, 4_000L, List.of());
    }

    private static PlanDraft plan(
            String title,
            String prize,
            String participation,
            long cost,
            @Nullable Integer winners,
            @Nullable Long unitPrice,
            List<CostItem> items) {
        return new PlanDraft(
                Slot.LOW_OFFLINE,
                title,
                prize,
                participation,
                Won.of(cost),
                winners,
                14,
                unitPrice == null ? null : Won.of(unitPrice),
                new Kit(items, List.of(new Step(0, "시작해요.")), "어서 오세요."));
    }

    private static PlanDraft costing(
            long cost, @Nullable Integer winners, @Nullable Long unitPrice) {
        return plan("다섯 칸 도장판", "아메리카노 한 잔", "도장을 모아 주세요.", cost, winners, unitPrice, List.of());
    }

    private static Reason reasonFor(PlanDraft plan) {
        return reasonFor(plan, BRIEF, List.of());
    }

    private static Reason reasonFor(PlanDraft plan, Brief brief, List<String> taken) {
        assertThat(PlanReview.review(plan, brief, taken)).isInstanceOf(Refused.class);
        return ((Refused) PlanReview.review(plan, brief, taken)).reason();
    }

    private static Accepted accepted(PlanDraft plan) {
        return (Accepted) PlanReview.review(plan, BRIEF, List.of());
    }

    @Test
    void acceptsAPlanThatKeepsTheRulesAndLeavesItAsItIs() {
        var plan = plan("다섯 칸 도장판", "아메리카노 한 잔", "도장 다섯 개를 모으면 드려요.");
        assertThat(accepted(plan)).isEqualTo(new Accepted(plan, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "30,20,200,",
        "31,20,200,TITLE_TOO_LONG",
        "30,21,200,PRIZE_TOO_LONG",
        "30,20,201,PARTICIPATION_TOO_LONG"
    })
    void limitsLengths(int title, int prize, int participation, @Nullable Reason reason) {
        var plan = plan("가".repeat(title), "나".repeat(prize), "다".repeat(participation));
        if (reason == null) {
            assertThat(accepted(plan).plan()).isEqualTo(plan);
        } else {
            assertThat(reasonFor(plan)).isEqualTo(reason);
        }
    }

    @Test
    void refusesBlankTexts() {
        assertThat(reasonFor(plan("  ", "커피", "오세요."))).isEqualTo(Reason.TEXT_MISSING);
    }

    @Test
    void movesACostThatSlightlyMissesItsBandAndKeepsItemsAddingUp() {
        var items =
                List.of(new CostItem("커피", Won.of(120_000)), new CostItem("도장판", Won.of(400_000)));
        var plan = plan("도장판", "커피", "도장을 모아 주세요.", 520_000, 30, 4_000L, items);
        var moved = accepted(plan).plan();
        assertThat(moved.cost()).isEqualTo(Won.of(500_000));
        assertThat(moved.kit().costItems().stream().mapToLong(item -> item.amount().amount()).sum())
                .isEqualTo(500_000);
    }

    @Test
    void refusesACostFarOutsideItsBand() {
        assertThat(reasonFor(costing(1_500_000, 30, 4_000L))).isEqualTo(Reason.COST_OUTSIDE_BAND);
        var limited = brief("카페", Won.of(600_000), Set.of());
        assertThat(reasonFor(costing(280_000, 3, 4_000L), limited, List.of()))
                .isEqualTo(Reason.COST_OUTSIDE_BAND);
    }

    @Test
    void prizesTakeAtMostSeventyPercent() {
        assertThat(accepted(costing(280_000, 49, 4_000L)).plan().winners()).isEqualTo(49);
        assertThat(reasonFor(costing(280_000, 50, 4_000L))).isEqualTo(Reason.PRIZE_TOO_EXPENSIVE);
        assertThat(reasonFor(costing(280_000, null, 200_000L)))
                .isEqualTo(Reason.PRIZE_TOO_EXPENSIVE);
        assertThat(reasonFor(costing(280_000, Integer.MAX_VALUE, Long.MAX_VALUE / 2)))
                .isEqualTo(Reason.PRIZE_TOO_EXPENSIVE);
        assertThat(accepted(costing(280_000, null, null)).plan().unitPrice()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "매출이 3배로 늘어요",
                "매출 30% 상승을 노려요",
                "ROI 500을 기대해요",
                "200명이 참여할 이벤트예요",
                "예상 참여 인원에 맞춰 준비했어요",
                "재방문율 40%를 만들어요",
                "방문객이 두 배, 2배로 늘어나요",
                "만족도 98%의 커피예요",
                "투자 대비 남는 행사예요"
            })
    void refusesFiguresAboutOutcomes(String participation) {
        assertThat(reasonFor(plan("도장판", "커피", participation))).isEqualTo(Reason.OUTCOME_FIGURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "둘이 오시면 10% 할인해 드려요",
                "선착순 50명께 드려요",
                "3만원 넘게 사시면 5% 적립해 드려요",
                "30명을 뽑아 커피를 드려요",
                "오후 2시부터 5시까지 오세요",
                "최고 점수를 적어 주세요. 최고 기록은 문 앞에 붙여요"
            })
    void keepsFiguresThatTellCustomersWhatTheyGet(String participation) {
        var plan = plan("도장판", "커피", participation);
        assertThat(accepted(plan).plan()).isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "동네 최고의 커피",
                "무조건 드려요",
                "만족 100% 보장",
                "전국 최초 행사",
                "지역 1위 카페",
                "역대급 행사",
                "대박 이벤트"
            })
    void refusesExaggeration(String title) {
        assertThat(reasonFor(plan(title, "커피", "오시면 드려요."))).isEqualTo(Reason.EXAGGERATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>커피</b> 드려요",
                "&lt;커피&gt; 드려요",
                "**커피** 드려요",
                "[여기](http://a.kr) 눌러요",
                "https://a.kr 로 오세요",
                "{{커피}} 드려요"
            })
    void refusesMarkup(String participation) {
        assertThat(reasonFor(plan("도장판", "커피", participation))).isEqualTo(Reason.MARKUP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "커피\u202e드려요",
                "커피\u0000드려요",
                "커피\n드려요",
                "커피\u200b드려요",
                "커피\u2066드려요",
                "커피\ud800"
            })
    void refusesInvisibleCharacters(String participation) {
        assertThat(reasonFor(plan("도장판", "커피", participation)))
                .isEqualTo(Reason.FORBIDDEN_CHARACTERS);
    }

    @Test
    void refusesWhatIsNotKorean() {
        assertThat(reasonFor(plan("Free coffee for everyone", "커피", "오시면 드려요.")))
                .isEqualTo(Reason.NOT_KOREAN);
        assertThat(accepted(plan("SNS 도장판 열 칸", "커피", "인스타그램을 보여주세요.")).notices()).isEmpty();
    }

    @Test
    void refusesKitsThatDoNotAddUpOrCarryMarkup() {
        var off = List.of(new CostItem("커피", Won.of(100_000)));
        assertThat(reasonFor(plan("도장판", "커피", "오세요.", 280_000, 30, 4_000L, off)))
                .isEqualTo(Reason.COST_ITEMS_DO_NOT_ADD_UP);
        var marked = List.of(new CostItem("<i>커피</i>", Won.of(280_000)));
        assertThat(reasonFor(plan("도장판", "커피", "오세요.", 280_000, 30, 4_000L, marked)))
                .isEqualTo(Reason.MARKUP);
    }

    @Test
    void refusesImpossibleFigures() {
        assertThat(reasonFor(costing(280_000, 0, 4_000L))).isEqualTo(Reason.IMPOSSIBLE_FIGURES);
        assertThat(reasonFor(costing(280_000, 10, -1L))).isEqualTo(Reason.IMPOSSIBLE_FIGURES);
    }

    @Test
    void refusesTitlesSeenBeforeWhateverTheirSpacing() {
        var plan = plan("다섯 칸 도장판!", "커피", "도장을 모아 주세요.");
        assertThat(reasonFor(plan, BRIEF, List.of("다섯칸 도장판"))).isEqualTo(Reason.TITLE_REPEATED);
        assertThat(reasonFor(plan, brief("카페", null, Set.of("다섯 칸 도장판")), List.of()))
                .isEqualTo(Reason.TITLE_REPEATED);
    }

    @Test
    void toldRulesComeAsNotices() {
        var review = plan("솔직한 한 줄", "커피", "네이버 영수증 후기를 남겨 주세요.");
        assertThat(accepted(review).notices()).singleElement().asString().contains("2026년 1월");
        var message = plan("이번 주 암호", "커피", "카카오톡 채널을 추가해 주세요.");
        assertThat(accepted(message).notices()).singleElement().asString().contains("(광고)", "밤 9시");
        var expensive = plan("노트북 추첨", "노트북", "응모권을 넣어 주세요.", 400_000, 1, 250_000L, List.of());
        assertThat(accepted(expensive).notices())
                .anyMatch(notice -> notice.contains("22%"))
                .anyMatch(notice -> notice.contains("동의"));
        var care =
                PlanReview.review(
                        plan("건강 교실", "건강 수첩", "오세요."), brief("약국", null, Set.of()), List.of());
        assertThat(((Accepted) care).notices()).isNotEmpty();
    }

    @Test
    void cutsAGiftForEveryoneToWhatTheMoneyPays() {
        var plan = costing(280_000, null, 2_000L);
        assertThat(PlanReview.fitPrize(plan, 98)).isEqualTo(plan);
        var fitted = PlanReview.fitPrize(plan, 300);
        assertThat(fitted.winners()).isEqualTo(90);
        assertThat(fitted.participation()).endsWith("선물은 선착순 90명까지 준비했어요.");
        assertThat(accepted(fitted).plan()).isEqualTo(fitted);
    }
}
