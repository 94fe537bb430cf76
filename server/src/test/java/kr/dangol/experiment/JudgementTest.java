package kr.dangol.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import kr.dangol.experiment.Experiment.Option;
import kr.dangol.experiment.Experiment.Status;
import kr.dangol.experiment.Judgement.Guard;
import kr.dangol.experiment.Judgement.Result;
import kr.dangol.experiment.Judgement.Verdict;
import kr.dangol.experiment.Participation.Shop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofDays(365));

    private final SplittableRandom random = new SplittableRandom(5);
    private final List<Shop> shops = new ArrayList<>();

    @Test
    void cannotKnowAnythingFromThirtyShopsThatDifferALittle() {
        add(30, 0.2, 0.4);

        var result = judge(Measure.CHOICE_RATE);

        assertThat(result.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(result.winner()).isNull();
        assertThat(result.differences().getFirst().pairs()).isEqualTo(15);
    }

    @Test
    void namesAWinnerOnceTheIntervalLeavesOutZero() {
        add(400, 0.2, 0.5);

        var result = judge(Measure.CHOICE_RATE);

        assertThat(result.verdict()).isEqualTo(Verdict.WINNER);
        assertThat(result.winner()).isEqualTo("B");
        var difference = result.differences().getFirst();
        assertThat(difference.low()).isPositive();
        assertThat(difference.points()).hasSizeGreaterThan(10);
        assertThat(difference.points().getLast().low()).isEqualTo(difference.low());
    }

    @Test
    void namesTheControlWhenTheChallengerIsWorse() {
        add(400, 0.5, 0.2);

        assertThat(judge(Measure.CHOICE_RATE).winner()).isEqualTo("A");
    }

    @Test
    void countsAShopOnlyWhenItsWindowHasPassed() {
        add(40, 0.5, 0.5);

        var result = judge(Measure.CHOICE_RATE, START.plus(Duration.ofDays(7)), null);

        assertThat(result.arms())
                .allSatisfy(arm -> {
                    assertThat(arm.shops()).isEqualTo(20);
                    assertThat(arm.counted()).isZero();
                    assertThat(arm.mean()).isNull();
                });
    }

    @Test
    void staysAsItWasWhenTheExperimentEnded() {
        add(400, 0.2, 0.5);

        var result = judge(Measure.CHOICE_RATE, LATER, START.plus(Duration.ofDays(20)));

        assertThat(result.differences().getFirst().pairs()).isLessThan(20);
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void fewerRegenerationsAreBetterAndReadAsAFall() {
        for (var i = 0; i < 300; i++) {
            var arm = i % 2 == 0 ? "A" : "B";
            var again = random.nextDouble() < (arm.equals("A") ? 0.6 : 0.2) ? 1 : 0;
            shops.add(shop(arm, i, 1, 0, again, 2_000, 0));
        }

        var result = judge(Measure.REGENERATE_RATE);

        assertThat(result.winner()).isEqualTo("B");
        var difference = result.differences().getFirst();
        assertThat(difference.difference()).isCloseTo(-40, within(12.0));
        assertThat(difference.high()).isNegative();
        assertThat(result.arms().getFirst().mean()).isCloseTo(60, within(10.0));
    }

    @Test
    void nothingCountsWhenShopsAreSplitUnevenly() {
        add(400, 0.2, 0.5);
        shops.removeIf(shop -> shop.arm().equals("B") && random.nextInt(2) == 0);

        var result = judge(Measure.CHOICE_RATE);

        assertThat(result.verdict()).isEqualTo(Verdict.RATIO_ALARM);
        assertThat(result.winner()).isNull();
    }

    @Test
    void aWinnerThatMakesOwnersWaitIsWithheld() {
        for (var i = 0; i < 400; i++) {
            var arm = i % 2 == 0 ? "A" : "B";
            var chosen = random.nextDouble() < (arm.equals("A") ? 0.2 : 0.5) ? 1 : 0;
            shops.add(shop(arm, i, 1, chosen, 0, arm.equals("A") ? 2_000 : 6_000, 0));
        }

        var result = judge(Measure.CHOICE_RATE);

        assertThat(result.verdict()).isEqualTo(Verdict.WINNER_WITHHELD);
        assertThat(result.guards())
                .filteredOn(guard -> guard.name().equals("latency"))
                .singleElement()
                .satisfies(guard -> {
                    assertThat(guard.state()).isEqualTo(Guard.State.BROKEN);
                    assertThat(guard.difference()).isCloseTo(4, within(0.01));
                });
    }

    @Test
    void whoeverLeftBeforeTheLastPlanChoseNone() {
        shops.add(shop("A", 0, 0, 0, 0, 0, 0));
        shops.add(shop("B", 0, 1, 1, 0, 2_000, 0));

        assertThat(judge(Measure.CHOICE_RATE).differences().getFirst().difference()).isEqualTo(100);
    }

    @Test
    void forecastErrorsAreOfEventsAndNeedNoWindow() {
        shops.add(closed("A", 100, 200));
        shops.add(closed("B", 180, 200));
        shops.add(shop("B", 3, 2, 1, 0, 2_000, 0));

        var result = judge(Measure.FORECAST_ERROR);

        assertThat(result.differences().getFirst().pairs()).isEqualTo(1);
        assertThat(result.arms().getFirst().mean()).isCloseTo(50, within(1e-9));
        assertThat(result.arms().getLast().mean()).isCloseTo(10, within(1e-9));
        assertThat(result.differences().getFirst().difference()).isCloseTo(-40, within(1e-9));
    }

    @Test
    void theLotIsFairAndAlwaysTheSame() {
        var experiment = experiment(Measure.CHOICE_RATE, null);
        var toA = 0;
        for (var i = 0; i < 2_000; i++) {
            var subject = Subject.of(new UUID(i, 7));
            var arm = Experiments.lot(experiment, subject);
            assertThat(Experiments.lot(experiment, subject)).isEqualTo(arm);
            toA += arm.equals("A") ? 1 : 0;
        }
        assertThat(toA).isBetween(900, 1_100);
    }

    private void add(int count, double control, double challenger) {
        for (var i = 0; i < count; i++) {
            var arm = i % 2 == 0 ? "A" : "B";
            var share = arm.equals("A") ? control : challenger;
            shops.add(shop(arm, i, 1, random.nextDouble() < share ? 1 : 0, 0, 2_000, 0));
        }
    }

    private static Shop shop(
            String arm,
            int number,
            int answers,
            int chosen,
            int regenerated,
            double millis,
            double degraded) {
        return new Shop(
                arm,
                START.plus(Duration.ofHours(6L * number)),
                answers,
                chosen,
                regenerated,
                millis,
                1,
                degraded,
                null,
                null,
                null);
    }

    private static Shop closed(String arm, int predicted, int actual) {
        return new Shop(
                arm,
                LATER.minus(Duration.ofDays(1)),
                1,
                1,
                0,
                2_000,
                1,
                0,
                LATER.minus(Duration.ofHours(1)),
                predicted,
                actual);
    }

    private Result judge(Measure measure) {
        return judge(measure, LATER, null);
    }

    private Result judge(Measure measure, Instant now, @Nullable Instant endedAt) {
        return Judgement.of(experiment(measure, endedAt), shops, now, SEOUL);
    }

    private static Experiment experiment(Measure measure, @Nullable Instant endedAt) {
        return new Experiment(
                new ExperimentId(new UUID(1, 2)),
                "예시를 늘리면",
                "",
                measure,
                Duration.ofDays(14),
                endedAt == null ? Status.RUNNING : Status.STOPPED,
                null,
                START,
                START,
                endedAt,
                List.of(
                        new Option("A", Writer.model("v1", null)),
                        new Option("B", Writer.PLANNER)));
    }
}
