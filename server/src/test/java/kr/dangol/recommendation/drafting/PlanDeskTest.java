package kr.dangol.recommendation.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import kr.dangol.recommendation.drafting.DeskFixture.ScriptedWriter;
import kr.dangol.recommendation.drafting.Plan.Origin;
import kr.dangol.recommendation.planning.WritingReport;
import kr.dangol.recommendation.planning.WritingReport.Shortfall;
import kr.dangol.recommendation.planning.WritingReport.TrendWording;
import kr.dangol.recommendation.planning.WritingReport.Usage;
import kr.dangol.shared.Slot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlanDeskTest {

    private static final Duration PLENTY = Duration.ofSeconds(9);

    private final DeskFixture fixture = new DeskFixture();
    private final ScriptedWriter model = new ScriptedWriter("model");
    private final List<Progress> progress = new ArrayList<>();

    @Test
    void fillsAllSixSlotsWithThePlannerAlone() {
        var sixPlans = draft(null);

        assertThat(sixPlans.plans())
                .extracting(plan -> plan.draft().slot())
                .containsExactly(Slot.values());
        assertThat(sixPlans.credits())
                .isEqualTo(new Credits("planner", null, "planner-1", Usage.NONE, null));
    }

    @Test
    void handsOutWhatWasFoundFirstAndEachPlanOnce() {
        draft(null);

        assertThat(progress.getFirst()).isInstanceOf(Progress.Found.class);
        assertThat(((Progress.Found) progress.getFirst()).similarCases()).isEqualTo(12);
        assertThat(progress.subList(1, progress.size()))
                .hasSize(6)
                .allMatch(Progress.Finished.class::isInstance);
    }

    @Test
    void attachesForecastAndEvidenceOfTheSlot() {
        var plan = draft(null).plans().getFirst();

        assertThat(plan.forecast().participants().expected()).isEqualTo(40);
        assertThat(plan.evidence())
                .extracting(Evidence::title)
                .containsExactly("지난 이벤트 low-online1", "지난 이벤트 low-online2");
        assertThat(plan.evidence()).allMatch(Evidence::sample);
    }

    @Test
    void takesTheModelsPlansWhenAllIsWell() {
        model.report = report(Shortfall.NONE);
        var sixPlans = draft(model);

        assertThat(sixPlans.plans()).allMatch(plan -> plan.origin() == Origin.MODEL);
        assertThat(sixPlans.credits().engine()).isEqualTo("claude");
        assertThat(sixPlans.credits().areDegraded()).isFalse();
        assertThat(sixPlans.credits().usage().outputTokens()).isEqualTo(800);
        assertThat(fixture.planner.tasks).isEmpty();
    }

    @Test
    void replacesOnlyTheSlotOfARefusedPlan() {
        model.badTitles.put(Slot.MEDIUM_ONLINE, "매출 300% 늘어나는 이벤트");
        var sixPlans = draft(model);

        assertThat(origins(sixPlans))
                .containsExactly(
                        Origin.MODEL,
                        Origin.MODEL,
                        Origin.PLANNER,
                        Origin.MODEL,
                        Origin.MODEL,
                        Origin.MODEL);
        assertThat(sixPlans.credits().engine()).isEqualTo("mixed");
        assertThat(sixPlans.credits().lack()).isEqualTo(Lack.PLAN_REPLACED);
    }

    @Test
    void neverShowsTheSameTitleTwice() {
        model.badTitles.put(Slot.HIGH_OFFLINE, DeskFixture.title("model", Slot.LOW_ONLINE, 1));
        var sixPlans = draft(model);

        assertThat(sixPlans.plans())
                .extracting(plan -> plan.draft().title())
                .doesNotHaveDuplicates();
        assertThat(sixPlans.plans().getLast().origin()).isEqualTo(Origin.PLANNER);
    }

    @Test
    void tellsThePlannerWhatWasWrittenAlready() {
        model.plansBeforeTrouble = 4;
        draft(model);

        assertThat(fixture.planner.tasks.getFirst().brief().avoidTitles())
                .hasSize(4)
                .contains(DeskFixture.title("model", Slot.LOW_ONLINE, 1));
    }

    @Test
    void keepsFinishedPlansOfAModelThatFails() {
        model.plansBeforeTrouble = 2;
        model.trouble = new IllegalStateException("no connection");
        var sixPlans = draft(model);

        assertThat(origins(sixPlans)).startsWith(Origin.MODEL, Origin.MODEL, Origin.PLANNER);
        assertThat(sixPlans.credits().lack()).isEqualTo(Lack.UNAVAILABLE);
        assertThat(sixPlans.credits().engine()).isEqualTo("mixed");
    }

    @Test
    void keepsFinishedPlansOfAModelThatStallsAndIsInTime() throws Exception {
        model.plansBeforeTrouble = 3;
        model.stalled = new CountDownLatch(1);
        var started = System.nanoTime();
        var sixPlans = draft(model, Duration.ofMillis(300));

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofMillis(900));
        assertThat(sixPlans.credits().lack()).isEqualTo(Lack.TOO_SLOW);
        assertThat(origins(sixPlans))
                .containsExactly(
                        Origin.MODEL,
                        Origin.MODEL,
                        Origin.MODEL,
                        Origin.PLANNER,
                        Origin.PLANNER,
                        Origin.PLANNER);
        model.interrupted.await();
        assertThat(progress).hasSize(7);
    }

    @Test
    void saysWhyTheModelWasNotAsked() {
        model.plansBeforeTrouble = 0;
        model.report = report(Shortfall.RATE_LIMITED);
        var sixPlans = draft(model);

        assertThat(sixPlans.credits().engine()).isEqualTo("planner");
        assertThat(sixPlans.credits().model()).isNull();
        assertThat(sixPlans.credits().lack()).isEqualTo(Lack.RATE_LIMITED);
    }

    @Test
    void writesAgainWhenThePlannersOwnPlanIsRefused() {
        fixture.planner.badTitles.put(Slot.LOW_OFFLINE, "무조건 성공하는 최고의 이벤트");
        var sixPlans = draft(null);

        assertThat(sixPlans.plans()).hasSize(6);
        assertThat(fixture.planner.tasks).hasSize(2);
        assertThat(sixPlans.credits().areDegraded()).isFalse();
    }

    @Test
    void doesWithoutPrecedentsThatComeTooLateAndSaysSo() {
        fixture.casebook.delay = Duration.ofSeconds(3);
        var sixPlans = draft(null);

        assertThat(sixPlans.credits().lack()).isEqualTo(Lack.SEARCH_LATE);
        assertThat(sixPlans.similarCases()).isZero();
        assertThat(fixture.planner.tasks.getFirst().precedents()).isEmpty();
    }

    @Test
    void doesWithoutPrecedentsWhenTheSearchFails() {
        fixture.casebook.trouble = new IllegalStateException("index gone");

        assertThat(draft(null).credits().lack()).isEqualTo(Lack.SEARCH_LATE);
    }

    @Test
    void searchesOnceForBriefsThatDifferOnlyInWhatSearchDoesNotSee() {
        draft(null);
        var searches = fixture.casebook.searches.get();
        draft(null);

        assertThat(searches).isEqualTo(6);
        assertThat(fixture.casebook.searches).hasValue(6);
    }

    @Test
    void givesTheModelWhatItNeedsToStayRealistic() {
        draft(model);

        var task = model.tasks.getFirst();
        assertThat(task.usualParticipants()).containsOnlyKeys(Slot.values());
        assertThat(task.precedents()).hasSize(12);
        assertThat(task.precedents().getFirst().precedent().title()).endsWith("low-online1");
        assertThat(task.precedents().get(1).precedent().title()).endsWith("low-offline1");
    }

    @Test
    void asksForTrendsInWordsOnlyUntilTheyAreKnown() {
        model.report =
                new WritingReport(
                        Shortfall.NONE,
                        "haiku",
                        "v1",
                        Usage.NONE,
                        new TrendWording("업종 말", "지역 말", "계절 말"));
        assertThat(draft(model).trends().season().text()).isEqualTo("계절 말");
        var second = new ScriptedWriter("model");
        var again = draft(second);

        assertThat(model.tasks.getFirst().wantsTrends()).isTrue();
        assertThat(second.tasks.getFirst().wantsTrends()).isFalse();
        assertThat(again.trends().season().text()).isEqualTo("계절 말");
        assertThat(again.trends().season().source()).isEqualTo("달력");
    }

    @Test
    void stopsWhenNobodyWaitsAnyMore() throws Exception {
        model.plansBeforeTrouble = 1;
        model.stalled = new CountDownLatch(1);
        var thrown = new AtomicReference<@Nullable Throwable>();
        var work =
                Thread.startVirtualThread(() -> {
                    try {
                        draft(model);
                    } catch (RuntimeException e) {
                        thrown.set(e);
                    }
                });
        while (model.tasks.isEmpty()) {
            Thread.onSpinWait();
        }
        work.interrupt();
        work.join();
        model.interrupted.await();

        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(fixture.planner.tasks).isEmpty();
    }

    @Test
    void failsRatherThanShowingFewerThanSix() {
        fixture.planner.plansBeforeTrouble = 0;

        assertThatThrownBy(() -> draft(null)).hasMessageContaining("left");
    }

    private SixPlans draft(@Nullable ScriptedWriter writer) {
        return draft(writer, PLENTY);
    }

    private SixPlans draft(@Nullable ScriptedWriter writer, Duration time) {
        return fixture.desk(writer)
                .draft(
                        DeskFixture.brief(),
                        DeskFixture.OWNER,
                        DeskFixture.WRITER,
                        fixture.in(time),
                        progress::add);
    }

    private static WritingReport report(Shortfall shortfall) {
        return new WritingReport(shortfall, "haiku", "v1", new Usage(1_200, 0, 800, 20), null);
    }

    private static List<Origin> origins(SixPlans sixPlans) {
        return sixPlans.plans().stream().map(Plan::origin).toList();
    }
}
