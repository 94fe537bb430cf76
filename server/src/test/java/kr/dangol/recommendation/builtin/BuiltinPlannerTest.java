package kr.dangol.recommendation.builtin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.PlanReview;
import kr.dangol.recommendation.planning.Prizes;
import kr.dangol.recommendation.planning.Verdict;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.junit.jupiter.api.Test;

class BuiltinPlannerTest {

    private static final BuiltinPlanner PLANNER = new BuiltinPlanner();
    private static final Library LIBRARY = Library.load();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static List<PlanDraft> plans(Brief brief) {
        var plans = new ArrayList<PlanDraft>();
        PLANNER.write(brief, EnumSet.allOf(Slot.class), plans::add);
        return plans;
    }

    private static BusinessType type(String name) {
        return BusinessTypes.find(name).orElseThrow();
    }

    private static void assertKeepsRules(Brief brief, List<PlanDraft> plans) {
        var taken = new ArrayList<String>();
        assertThat(plans.stream().map(PlanDraft::slot)).containsExactly(Slot.values());
        for (var plan : plans) {
            assertThat(PlanReview.review(plan, brief, taken))
                    .as("%s for %s", plan, brief)
                    .isInstanceOfSatisfying(
                            Verdict.Accepted.class,
                            accepted -> assertThat(accepted.plan()).isEqualTo(plan));
            assertKitIsComplete(plan);
            taken.add(plan.title());
        }
    }

    private static void assertKitIsComplete(PlanDraft plan) {
        var kit = plan.kit();
        assertThat(kit.costItems().stream().mapToLong(item -> item.amount().amount()).sum())
                .isEqualTo(plan.cost().amount());
        assertThat(kit.steps()).as(plan.title()).hasSize(3);
        assertThat(kit.steps())
                .as(plan.title())
                .isSortedAccordingTo(Comparator.comparingInt(PlanDraft.Step::day));
        assertThat(kit.staffScript()).isNotBlank();
    }

    @Test
    void keepsEveryRuleFor24RequestsThatAllDiffer() {
        var answers = new HashSet<List<String>>();
        for (var name : List.of("고깃집", "카페", "꽃집", "미용실", "펜션", "세탁소")) {
            for (var purpose : Purpose.values()) {
                var brief = Briefs.of(type(name), purpose, DAY, "");
                var plans = plans(brief);
                assertKeepsRules(brief, plans);
                assertThat(plans.stream().map(PlanDraft::prize)).doesNotHaveDuplicates();
                answers.add(plans.stream().map(PlanDraft::title).toList());
            }
        }
        assertThat(answers).hasSize(24);
    }

    @Test
    void writesManyDifferentTitlesFor300Requests() {
        var counts = new HashMap<String, Integer>();
        Briefs.varied(300, 7)
                .forEach(brief -> {
                    var plans = plans(brief);
                    assertKeepsRules(brief, plans);
                    plans.forEach(plan -> counts.merge(plan.title(), 1, Integer::sum));
                });
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1800);
        assertThat(counts).hasSizeGreaterThanOrEqualTo(600);
        assertThat(counts).allSatisfy((title, count) -> assertThat(count).isLessThanOrEqualTo(12));
    }

    @Test
    void knowsEveryBusinessType() {
        assertThat(BusinessTypes.all())
                .allSatisfy(type -> assertThat(LIBRARY.trades()).containsKey(type.name()));
    }

    @Test
    void writesForEveryTypeAndPurpose() {
        for (var type : BusinessTypes.all()) {
            for (var purpose : Purpose.values()) {
                var brief = Briefs.of(type, purpose, DAY.plusMonths(5), "");
                assertKeepsRules(brief, plans(brief));
            }
        }
    }

    @Test
    void regeneratesTwentyTimesWithoutRepeating() {
        for (var name : List.of("세탁소", "카페", "모텔", "기타 업종", "약국")) {
            var first = Briefs.of(type(name), Purpose.REVISIT, DAY, "단골을 챙기고 싶어요");
            var seen = new HashSet<String>();
            for (var time = 0; time <= 20; time++) {
                var brief = Briefs.avoiding(first, seen);
                var plans = plans(brief);
                assertKeepsRules(brief, plans);
                plans.forEach(plan -> assertThat(seen.add(plan.title())).isTrue());
            }
        }
    }

    @Test
    void usesDifferentMechanicsWithinAnAnswerAndWhenRegenerated() {
        var brief = Briefs.of(type("카페"), Purpose.NEW_CUSTOMERS, DAY, "");
        var first = plans(brief);
        var second = plans(Briefs.avoiding(brief, titles(first)));
        assertThat(participations(first)).doesNotHaveDuplicates();
        assertThat(participations(second)).doesNotContainAnyElementsOf(participations(first));
    }

    private static Set<String> titles(List<PlanDraft> plans) {
        return plans.stream().map(PlanDraft::title).collect(Collectors.toSet());
    }

    private static List<String> participations(List<PlanDraft> plans) {
        return plans.stream().map(PlanDraft::participation).toList();
    }

    @Test
    void writesTheSameForTheSameBriefAndOthersForAnotherDateTownOrWish() {
        var brief = Briefs.of(type("미용실"), Purpose.SALES, DAY, "");
        assertThat(plans(brief)).isEqualTo(plans(brief));
        assertThat(plans(Briefs.of(type("미용실"), Purpose.SALES, DAY.plusDays(1), "")))
                .isNotEqualTo(plans(brief));
        assertThat(plans(Briefs.of(type("미용실"), Purpose.SALES, DAY, "20대 손님")))
                .isNotEqualTo(plans(brief));
    }

    @Test
    void putsTheRightParticleAfterEveryWordItFillsIn() {
        var mistakes =
                Briefs.varied(300, 11)
                        .flatMap(brief -> {
                            var words = words(LIBRARY.trade(brief.businessType()));
                            return plans(brief).stream()
                                    .flatMap(BuiltinPlannerTest::texts)
                                    .flatMap(text -> Particles.mistakes(text, words).stream());
                        });
        assertThat(mistakes).isEmpty();
    }

    @Test
    void fillsEverySlotOfItsTemplates() {
        var left =
                Briefs.varied(300, 13)
                        .flatMap(brief -> plans(brief).stream())
                        .flatMap(BuiltinPlannerTest::texts)
                        .filter(text -> text.matches(".*[$/].*|.* {2}.*"));
        assertThat(left).isEmpty();
    }

    @Test
    void particleCheckerFindsMistakes() {
        assertThat(Particles.mistakes("떡볶이을 드려요. 김밥를 사면", List.of("떡볶이", "김밥")))
                .containsExactly("떡볶이을", "김밥를");
        assertThat(Particles.mistakes("겨울으로 물든, 태블릿 PC을, 쿠폰 3가", List.of("겨울", "PC", "쿠폰 3")))
                .hasSize(3);
        assertThat(Particles.mistakes("겨울로, 빵으로, PC를, 김밥은", List.of("겨울", "빵", "PC", "김밥")))
                .isEmpty();
    }

    private static Set<String> words(Trade trade) {
        var words =
                Stream.concat(
                        trade.words().values().stream().flatMap(List::stream),
                        trade.gifts().values().stream().flatMap(List::stream).map(Gift::name));
        return Stream.concat(words, Stream.of("봄", "여름", "가을", "겨울", "동네 어르신", "온 가족"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> texts(PlanDraft plan) {
        var kit = plan.kit();
        return Stream.of(
                        Stream.of(
                                plan.title(),
                                plan.prize(),
                                plan.participation(),
                                kit.staffScript()),
                        kit.steps().stream().map(PlanDraft.Step::text))
                .flatMap(texts -> texts);
    }

    /// A particle written straight behind a word to fill in cannot follow the word's sound.
    @Test
    void templatesLeaveNoParticleToChance() {
        var literal = "\\$[a-z]+(?:을|를|은|는|과|와|으로|로|이랑|랑|이에요|예요|이|가)(?![가-힣]).*";
        var slips =
                LIBRARY.mechanics().stream()
                        .flatMap(BuiltinPlannerTest::templates)
                        .filter(text -> text.matches(".*" + literal));
        assertThat(slips).isEmpty();
    }

    private static Stream<String> templates(Mechanic mechanic) {
        var texts = mechanic.texts();
        return Stream.of(
                        texts.titles(),
                        texts.participation(),
                        texts.online(),
                        texts.steps(),
                        texts.staff())
                .flatMap(List::stream);
    }

    /// What must never be said in a trade, whatever the mechanic.
    private static final Map<String, String> FORBIDDEN =
            Map.ofEntries(
                    Map.entry("세탁소", "음료|커피|메뉴|식사|객실|시식|맛보기|한 접시|숙박|체크인|배달앱"),
                    Map.entry("미용실", "음료|메뉴|식사|객실|시식|맛보기|한 접시|숙박|체크인|배달앱"),
                    Map.entry("헬스장", "메뉴|식사하|객실|시식|맛보기|한 접시|숙박|배달앱"),
                    Map.entry("학원", "메뉴|식사|객실|시식|맛보기|숙박|배달앱|회식"),
                    Map.entry("PC방", "객실|시식|숙박|체크인|배달앱"),
                    Map.entry("꽃집", "메뉴|식사|객실|시식|맛보기|숙박|체크인|배달앱"),
                    Map.entry("편의점", "메뉴판|식사|객실|숙박|체크인|배달앱"),
                    Map.entry("모텔", "메뉴판|시식|맛보기|배달앱|아이|어린이|꼬마|학생|수험|도장판"),
                    Map.entry("펜션", "메뉴판|시식|맛보기|배달앱|도장판"),
                    Map.entry("호텔", "메뉴판|시식|배달앱|도장판"),
                    Map.entry("주점", "객실|숙박|체크인|아이|어린이|꼬마|수험|학생"),
                    Map.entry("고깃집", "객실|숙박|체크인|배달앱"),
                    Map.entry("한식당", "객실|숙박|체크인|배달앱"),
                    Map.entry("약국", "할인|무료|쿠폰|추첨|덤|경품|시식|메뉴|객실"),
                    Map.entry("병원·의원", "할인|무료|쿠폰|추첨|덤|경품|시식|메뉴|객실"),
                    Map.entry("안경점", "메뉴|식사|객실|시식|맛보기|한 접시|숙박|배달앱|도장판|다섯 칸"),
                    Map.entry("가구점", "메뉴|식사|객실|시식|맛보기|한 접시|숙박|배달앱|도장판|다섯 칸"),
                    Map.entry("이삿짐센터", "메뉴|식사|객실|시식|맛보기|숙박|배달앱|도장판|수험|어린이"),
                    Map.entry("전문 사무소", "메뉴|식사|객실|시식|맛보기|숙박|배달앱|도장판|수험|어린이"),
                    Map.entry("주유소", "메뉴|식사|객실|시식|맛보기|숙박|배달앱|수험|어린이"));

    /// The same for whole industries, and what only lodging may speak of.
    private static final Map<Industry, String> FORBIDDEN_IN =
            Map.of(
                    Industry.FOOD, "객실|숙박|체크인|퇴실|세탁권|커트",
                    Industry.RETAIL, "객실|숙박|체크인|퇴실|메뉴판|배달앱|커트|세탁권",
                    Industry.SERVICE, "객실|숙박|체크인|퇴실|메뉴판|배달앱|시식",
                    Industry.LODGING, "메뉴판|시식|배달앱|세탁권|커트|도장판",
                    Industry.OTHER, "객실|숙박|체크인|퇴실|배달앱|시식");

    @Test
    void fitsTheTrade() {
        var slips = new ArrayList<String>();
        for (var type : BusinessTypes.all()) {
            var words =
                    FORBIDDEN.getOrDefault(type.name(), "\u0000")
                            + "|"
                            + FORBIDDEN_IN.get(type.industry());
            var pattern = Pattern.compile(words);
            var months = FORBIDDEN.containsKey(type.name()) ? 12 : 2;
            for (var month = 0; month < months; month++) {
                for (var purpose : Purpose.values()) {
                    var brief = Briefs.of(type, purpose, DAY.plusMonths(month), "");
                    plans(brief).stream()
                            .flatMap(BuiltinPlannerTest::texts)
                            .filter(text -> pattern.matcher(text).find())
                            .forEach(text -> slips.add(type.name() + ": " + text));
                }
            }
        }
        assertThat(slips).isEmpty();
    }

    @Test
    void followsTheWish() {
        assertThat(allTexts("한식당", "점심 손님을 늘리고 싶어요")).contains("점심");
        assertThat(allTexts("카페", "비 오는 날 손님이 없어요")).contains("비 오는 날");
        assertThat(allTexts("치킨집", "배달을 늘리고 싶어요")).contains("배달");
        assertThat(allTexts("게스트하우스", "외국인 손님이 많아요")).contains("영어");
        assertThat(allTexts("세탁소", "패딩 손님이 많아요")).contains("패딩");
        assertThat(allTexts("카페", "여행 온 손님이 많아요")).contains("여행");
        assertThat(allTexts("꽃집", "어버이날을 준비하고 싶어요")).contains("부모님");
        assertThat(allTexts("피자집", "배달은 안 해요")).doesNotContain("배달앱");
        assertThat(allTexts("옷가게", "인스타그램은 안 해요")).doesNotContain("릴스");
    }

    private static String allTexts(String name, String wish) {
        return plans(Briefs.of(type(name), Purpose.NEW_CUSTOMERS, LocalDate.of(2026, 4, 20), wish))
                .stream()
                .flatMap(BuiltinPlannerTest::texts)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void usesWhatTimeOfYearItIs() {
        assertThat(allTexts("카페", DAY, Purpose.NEW_CUSTOMERS)).containsPattern("수험|김장");
        assertThat(allTexts("고깃집", LocalDate.of(2026, 12, 14), Purpose.SALES))
                .containsPattern("크리스마스|산타|양말|송년|모임");
        assertThat(allTexts("떡집", LocalDate.of(2026, 9, 12), Purpose.SALES))
                .containsPattern("추석|한가위|송편|달");
    }

    private static String allTexts(String name, LocalDate day, Purpose purpose) {
        return plans(Briefs.of(BusinessTypes.resolve(name, null), purpose, day, "")).stream()
                .flatMap(BuiltinPlannerTest::texts)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void keepsTheBandsOfEveryLimit() {
        for (var limit :
                List.of(60_000L, 100_000L, 300_000L, 1_000_000L, 3_000_000L, 20_000_000L)) {
            var brief = withLimit(Briefs.of(type("카페"), Purpose.SALES, DAY, ""), limit);
            assertKeepsRules(brief, plans(brief));
        }
    }

    @Test
    void spendsRoundSumsNearTheAims() {
        for (var plan : plans(Briefs.of(type("카페"), Purpose.SALES, DAY, ""))) {
            var band = BudgetBand.of(plan.slot().budget(), null);
            assertThat(plan.cost()).isBetween(band.aimFrom(), band.aimTo());
            assertThat(plan.cost().amount() % 1000).isZero();
        }
    }

    private static Brief withLimit(Brief brief, long limit) {
        return new Brief(
                brief.industry(),
                brief.businessType(),
                brief.region(),
                brief.purpose(),
                brief.startDate(),
                Won.of(limit),
                brief.wish(),
                brief.avoidTitles());
    }

    @Test
    void aGiftForEveryoneCanBeCutToWhatTheMoneyPays() {
        var plan =
                plans(Briefs.of(type("카페"), Purpose.SALES, DAY, "")).stream()
                        .filter(each -> each.winners() == null)
                        .findFirst()
                        .orElseThrow();
        var fitted = PlanReview.fitPrize(plan, 1_000_000);
        var winners = requireNonNull(fitted.winners());
        var price = requireNonNull(fitted.unitPrice()).amount();
        assertThat(winners).isBetween(1, Prizes.affordable(plan.cost().amount(), price));
        assertThat(winners * price)
                .isLessThanOrEqualTo(plan.kit().costItems().getFirst().amount().amount());
        assertThat(fitted.participation()).contains("선착순");
        assertThat(PlanReview.fitPrize(plan, 3)).isEqualTo(plan);
    }

    @Test
    void writesSixPlansInAFewMilliseconds() {
        Briefs.varied(300, 3).forEach(BuiltinPlannerTest::plans);
        var seen =
                Briefs.varied(60, 5)
                        .flatMap(brief -> plans(brief).stream())
                        .map(PlanDraft::title)
                        .limit(120)
                        .collect(Collectors.toSet());
        var briefs = Briefs.varied(100, 4).map(brief -> Briefs.avoiding(brief, seen)).toList();
        var best = IntStream.range(0, 5).mapToDouble(round -> millisPerAnswer(briefs)).min();
        assertThat(best.orElseThrow()).isLessThan(5);
    }

    /// Processor time, so that a busy machine does not count.
    private static double millisPerAnswer(List<Brief> briefs) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        briefs.forEach(BuiltinPlannerTest::plans);
        return (threads.getCurrentThreadCpuTime() - start) / 1e6 / briefs.size();
    }
}
