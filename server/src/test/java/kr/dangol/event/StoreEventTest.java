package kr.dangol.event;

import static kr.dangol.event.SampleEvents.NOW;
import static kr.dangol.event.SampleEvents.PREDICTION;
import static kr.dangol.event.SampleEvents.TODAY;
import static kr.dangol.event.SampleEvents.chosenBy;
import static kr.dangol.event.SampleEvents.draft;
import static kr.dangol.event.SampleEvents.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.dangol.event.CostItems.CostItem;
import kr.dangol.event.EventChange.Winners;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreEventTest {

    private static final Prediction ANEW = new Prediction(90, 60, 130, 200, 100, 400, 9, "", "new");
    private static final Function<EventTraits, Optional<Prediction>> PREDICTS =
            _ -> Optional.of(ANEW);

    @Test
    void livesFromDraftToClosed() {
        var draft = draft();
        assertThat(draft.status()).isEqualTo(EventStatus.DRAFT);
        var running = draft.start();
        assertThat(running.status()).isEqualTo(EventStatus.RUNNING);
        assertThat(running.start()).isEqualTo(running);
        var closed = running.close(figures(200, 450), NOW);
        assertThat(closed.status()).isEqualTo(EventStatus.CLOSED);
        assertThat(closed.outcome().orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void closesEvenADraft() {
        assertThat(draft().close(figures(200, 450), NOW).status()).isEqualTo(EventStatus.CLOSED);
    }

    @Test
    void closedEventOnlyTakesCorrections() {
        var closed = draft().close(figures(200, 450), NOW);
        assertThatExceptionOfType(EventAlreadyClosed.class).isThrownBy(closed::start);
        assertThatExceptionOfType(EventAlreadyClosed.class).isThrownBy(closed::cancel);
        assertThatExceptionOfType(EventAlreadyClosed.class)
                .isThrownBy(() -> closed.edit(title("다른 제목"), NOW, PREDICTS));
        assertThatExceptionOfType(EventAlreadyClosed.class)
                .isThrownBy(() -> closed.redraft(chosenBy(closed.owner())));

        var corrected = closed.close(figures(210, 450), NOW.plusSeconds(60));
        assertThat(corrected.outcomes()).extracting(Outcome::revision).containsExactly(1, 2);
        assertThat(corrected.outcome().orElseThrow().figures().participants()).isEqualTo(210);
        assertThat(corrected.close(figures(210, 450), NOW.plusSeconds(120))).isEqualTo(corrected);
    }

    @Test
    void cancelledEventTakesNothingButAnotherChoice() {
        var cancelled = draft().start().cancel();
        assertThat(cancelled.cancel()).isEqualTo(cancelled);
        assertThatExceptionOfType(EventIsCancelled.class).isThrownBy(cancelled::start);
        assertThatExceptionOfType(EventIsCancelled.class)
                .isThrownBy(() -> cancelled.close(figures(1, 1), NOW));
        assertThatExceptionOfType(EventIsCancelled.class)
                .isThrownBy(() -> cancelled.edit(title("다른 제목"), NOW, PREDICTS));
        assertThat(cancelled.redraft(chosenBy(cancelled.owner())).status())
                .isEqualTo(EventStatus.DRAFT);
    }

    @Test
    void runningEventIsNotReplaced() {
        var running = draft().start();
        assertThatExceptionOfType(EventAlreadyRunning.class)
                .isThrownBy(() -> running.redraft(chosenBy(running.owner())));
    }

    @Test
    void keepsEditsAgainstTheRecommendation() {
        var change =
                new EventChange(
                        "새 제목", null, null, new Winners(null), Won.of(300_000), null, null, null);
        var edited = draft().edit(change, NOW, PREDICTS);
        assertThat(edited.edits())
                .containsExactly(
                        new Edit("title", "첫 방문 인증샷 이벤트", "새 제목", NOW),
                        new Edit("winners", "30", null, NOW),
                        new Edit("cost", "250000", "300000", NOW));
        assertThat(edited.prediction()).isEqualTo(ANEW);
        assertThat(edited.originalPrediction()).isEqualTo(PREDICTION);
    }

    @Test
    void predictsAnewOnlyWhenTheEditMatters() {
        assertThat(draft().edit(title("새 제목"), NOW, PREDICTS).prediction()).isEqualTo(PREDICTION);
        var same = new EventChange(null, "음료 쿠폰", null, null, Won.of(250_000), null, null, null);
        var untouched = draft().edit(same, NOW, PREDICTS);
        assertThat(untouched.edits()).isEmpty();
        assertThat(untouched.prediction()).isEqualTo(PREDICTION);
        var prize = new EventChange(null, "고기 1인분", null, null, null, null, null, null);
        assertThat(draft().edit(prize, NOW, PREDICTS).prediction()).isEqualTo(ANEW);
    }

    @Test
    void itemsMakeTheCostAndTheForecastFollows() {
        var edited = draft().edit(items(null, 120_000, 200_000), NOW, PREDICTS);
        assertThat(edited.plan().traits().cost()).isEqualTo(Won.of(320_000));
        assertThat(edited.plan().costItems()).isEqualTo(budget(120_000, 200_000));
        assertThat(edited.prediction()).isEqualTo(ANEW);
        assertThat(edited.edits())
                .containsExactly(
                        new Edit("cost", "250000", "320000", NOW),
                        new Edit(
                                "costItems",
                                "음료 쿠폰 × 30 90000, 인스타그램 광고 160000",
                                "음료 쿠폰 × 30 120000, 인스타그램 광고 200000",
                                NOW));
    }

    @Test
    void anotherCostSharesItselfOutOverTheItems() {
        var cheaper = new EventChange(null, null, null, null, Won.of(125_500), null, null, null);
        var edited = draft().edit(cheaper, NOW, PREDICTS);
        assertThat(edited.plan().costItems()).isEqualTo(budget(45_000, 80_500));
        assertThat(edited.edits()).extracting(Edit::field).containsExactly("cost");
    }

    @Test
    void refusesItemsThatSumToAnotherCost() {
        refuses("costItems", items(Won.of(250_000), 90_000, 150_000));
        refuses("costItems", items(null, 0, 0));
    }

    @Test
    void keepsThePredictionWhereNobodyPredicts() {
        var edited = draft().edit(dates(TODAY.plusDays(1), null), NOW, _ -> Optional.empty());
        assertThat(edited.prediction()).isEqualTo(PREDICTION);
        assertThat(edited.plan().startDate()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void refusesDatesThatMakeNoSense() {
        refuses("endDate", dates(null, TODAY.minusDays(1)));
        refuses("endDate", dates(TODAY.plusDays(14), null));
        refuses("endDate", dates(null, TODAY.plusDays(366)));
        refuses("endDate", dates(null, LocalDate.MAX));
        refuses("startDate", dates(LocalDate.MIN, null));
        var oneDay = draft().edit(dates(null, TODAY), NOW, PREDICTS);
        assertThat(oneDay.plan().days()).isEqualTo(1);
        var longest = draft().edit(dates(null, TODAY.plusDays(365)), NOW, PREDICTS);
        assertThat(longest.plan().days()).isEqualTo(EventPlan.MOST_DAYS);
    }

    @Test
    void tellsWhatIsNext() {
        var lastDay = TODAY.plusDays(13);
        assertThat(draft().nextStep(lastDay)).contains(NextStep.START);
        assertThat(draft().isOverdue(lastDay)).isFalse();
        assertThat(draft().isOverdue(lastDay.plusDays(1))).isTrue();
        assertThat(draft().nextStep(lastDay.plusDays(1))).contains(NextStep.CLOSE);
        assertThat(draft().start().nextStep(TODAY)).contains(NextStep.CLOSE);
        var closed = draft().close(figures(1, 1), NOW);
        assertThat(closed.nextStep(lastDay.plusDays(1))).isEmpty();
        assertThat(closed.isOverdue(lastDay.plusDays(1))).isFalse();
        assertThat(draft().cancel().nextStep(TODAY)).isEmpty();
    }

    @Test
    void runsAsLongFromAnotherDay() {
        var plan = draft().plan().startingOn(LocalDate.of(2027, 2, 28));
        assertThat(plan.days()).isEqualTo(14);
        assertThat(plan.endDate()).isEqualTo(LocalDate.of(2027, 3, 13));
        assertThat(plan.traits().date()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    private static void refuses(String field, EventChange change) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> draft().edit(change, NOW, PREDICTS))
                .satisfies(refusal ->
                        assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    private static EventChange items(@Nullable Won cost, long coupons, long advertising) {
        return new EventChange(
                null, null, null, null, cost, budget(coupons, advertising), null, null);
    }

    private static CostItems budget(long coupons, long advertising) {
        return new CostItems(
                List.of(
                        new CostItem("음료 쿠폰 × 30", Won.of(coupons)),
                        new CostItem("인스타그램 광고", Won.of(advertising))));
    }

    private static EventChange title(String title) {
        return new EventChange(title, null, null, null, null, null, null, null);
    }

    private static EventChange dates(@Nullable LocalDate start, @Nullable LocalDate end) {
        return new EventChange(null, null, null, null, null, null, start, end);
    }
}
