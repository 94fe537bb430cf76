package kr.dangol.forecast.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.event.EventTraits;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.junit.jupiter.api.Test;

class LearnerTest {

    private static final BusinessType GRILL = new BusinessType("고깃집", Industry.FOOD, 60);
    private static final Region SEOUL = new Region("서울", "마포구");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Learner learner = new Learner();
    private long sequence;

    private static EventTraits plan(long cost) {
        return new EventTraits(
                Industry.FOOD,
                GRILL,
                SEOUL,
                Purpose.SALES,
                DAY.plusDays(30),
                Channel.OFFLINE,
                Won.of(cost),
                "음료 쿠폰",
                "영수증을 보여 주세요");
    }

    private static Precedent precedent(int id, Origin origin, int participants, int roi) {
        var traits = plan(200_000 + 10_000L * (id % 40));
        return new Precedent(
                new PrecedentId(new UUID(0, id)),
                origin,
                "행사",
                traits.prize(),
                traits.participation(),
                traits.industry(),
                traits.businessType(),
                traits.region(),
                DAY.minusDays(id),
                Season.of(DAY),
                traits.purpose(),
                traits.channel(),
                traits.cost(),
                participants,
                roi,
                Grade.MEASURED,
                "store" + id,
                null,
                "test");
    }

    private void hear(Precedent precedent) {
        learner.note(new PrecedentChange(++sequence, precedent, false));
    }

    private void hear(int from, int to, Origin origin, int participants, int roi) {
        var random = new Random(from);
        for (var id = from; id < to; id++) {
            var luck = Math.exp(0.2 * random.nextGaussian());
            hear(
                    precedent(
                            id,
                            origin,
                            (int) (participants * luck),
                            (int) ((100 + roi) * luck) - 100));
        }
    }

    private int foretoldParticipants() {
        return learner.experience().forecast(plan(300_000)).participants().expected();
    }

    @Test
    void foretellsBeforeAnythingIsKnown() {
        var forecast = learner.experience().forecast(plan(300_000));
        assertThat(forecast.cases()).isZero();
        assertThat(forecast.participants().expected()).isPositive();
        assertThat(forecast.roi().low()).isGreaterThanOrEqualTo(-100);
        assertThat(forecast.basis()).contains("아직");
    }

    @Test
    void smallBudgetsEarnMorePerWonUntilDataSayOtherwise() {
        var small = learner.experience().forecast(plan(250_000)).roi().expected();
        var large = learner.experience().forecast(plan(5_500_000)).roi().expected();
        assertThat(small).isGreaterThan(large + 50);
    }

    @Test
    void aNewOutcomeMovesForecastsWithoutAFit() {
        hear(0, 60, Origin.IMPORT, 50, 200);
        learner.learn();
        learner.fit();
        var before = foretoldParticipants();
        var version = learner.experience().version();
        hear(60, 64, Origin.OWN, 200, 200);
        learner.learn();
        assertThat(foretoldParticipants()).isGreaterThan(before);
        assertThat(learner.experience().version()).isNotEqualTo(version).endsWith("+4");
    }

    @Test
    void hearingTwiceTeachesNothingTwice() {
        hear(0, 60, Origin.IMPORT, 50, 200);
        learner.learn();
        learner.fit();
        hear(60, 62, Origin.OWN, 200, 200);
        learner.learn();
        var foretold = foretoldParticipants();
        var version = learner.experience().version();
        hear(60, 62, Origin.OWN, 200, 200);
        learner.learn();
        assertThat(foretoldParticipants()).isEqualTo(foretold);
        assertThat(learner.experience().version()).isEqualTo(version);
    }

    @Test
    void aCorrectionReplacesWhatItCorrects() {
        hear(0, 60, Origin.IMPORT, 50, 200);
        learner.learn();
        learner.fit();
        var right = foretoldParticipants();
        hear(precedent(7, Origin.IMPORT, 90_000, 200));
        assertThat(learner.learn()).isTrue();
        learner.fit();
        var random = new Random(0);
        for (var i = 0; i < 7; i++) {
            random.nextGaussian();
        }
        var luck = Math.exp(0.2 * random.nextGaussian());
        hear(precedent(7, Origin.IMPORT, (int) (50 * luck), (int) (300 * luck) - 100));
        learner.learn();
        learner.fit();
        assertThat(foretoldParticipants()).isEqualTo(right);
    }

    @Test
    void anExcludedPrecedentIsForgotten() {
        hear(0, 30, Origin.IMPORT, 50, 200);
        learner.learn();
        var version = learner.fit().version();
        var intruder = precedent(99, Origin.IMPORT, 5_000, 900);
        hear(intruder);
        learner.learn();
        learner.fit();
        learner.note(new PrecedentChange(++sequence, intruder, true));
        assertThat(learner.learn()).isTrue();
        assertThat(learner.fit().version()).isEqualTo(version);
    }

    @Test
    void theSameLessonsGiveTheSameForecastInAnyOrder() {
        var precedents = new ArrayList<Precedent>();
        for (var id = 0; id < 50; id++) {
            precedents.add(precedent(id, Origin.IMPORT, 40 + id, 100 + 5 * id));
        }
        var other = new Learner();
        precedents.forEach(p -> other.note(new PrecedentChange(1, p, false)));
        Collections.reverse(precedents);
        precedents.forEach(this::hear);
        assertThat(learner.fit().forecast(plan(300_000)))
                .isEqualTo(other.fit().forecast(plan(300_000)));
    }

    @Test
    void samplesFadeAsRealCasesArrive() {
        hear(0, 80, Origin.SAMPLE, 300, 400);
        learner.learn();
        learner.fit();
        var fromSamples = foretoldParticipants();
        hear(1_000, 1_030, Origin.IMPORT, 30, 50);
        learner.learn();
        learner.fit();
        assertThat(fromSamples).isGreaterThan(150);
        assertThat(foretoldParticipants()).isLessThan(60);
    }

    @Test
    void samplesAloneAreLessSureThanRealCases() {
        hear(0, 80, Origin.IMPORT, 300, 400);
        var real = learner.fit().forecast(plan(300_000)).participants();
        for (var id = 0; id < 80; id++) {
            learner.note(new PrecedentChange(++sequence, precedent(id, Origin.IMPORT, 0, 0), true));
        }
        hear(100, 180, Origin.SAMPLE, 300, 400);
        var samples = learner.fit().forecast(plan(300_000)).participants();
        assertThat((double) samples.high() / samples.low())
                .isGreaterThan(1.5 * real.high() / real.low());
    }

    @Test
    void theFirstRealOutcomesMoveWhatSamplesSaidWithoutAFit() {
        hear(0, 400, Origin.SAMPLE, 300, 400);
        learner.learn();
        learner.fit();
        var fromSamples = foretoldParticipants();
        hear(1_000, 1_002, Origin.OWN, 100, 100);
        learner.learn();
        assertThat(foretoldParticipants()).isLessThan(fromSamples * 8 / 10);
    }

    @Test
    void oneAbsurdOutcomeAfterSamplesMovesForecastsOfItsKindAtMostThreefold() {
        hear(0, 400, Origin.SAMPLE, 300, 400);
        learner.learn();
        learner.fit();
        var fromSamples = foretoldParticipants();
        hear(precedent(1_000, Origin.OWN, 1_000_000, 100_000));
        learner.learn();
        assertThat(foretoldParticipants()).isBetween(fromSamples, 3 * fromSamples);
    }

    @Test
    void saysWhatItRestsOn() {
        hear(0, 80, Origin.SAMPLE, 60, 200);
        var samples = learner.fit().forecast(plan(300_000));
        assertThat(samples.basis()).contains("예시 자료 80건");
        assertThat(samples.realCases()).isZero();
        hear(100, 105, Origin.IMPORT, 60, 200);
        var few = learner.fit().forecast(plan(300_000));
        assertThat(few.basis()).contains("실제 사례 5건", "예시 자료 80건");
        hear(200, 234, Origin.IMPORT, 60, 200);
        var enough = learner.fit().forecast(plan(300_000));
        assertThat(enough.basis()).isEqualTo("서울 고깃집 사례 39건을 가장 크게 봤어요.");
        assertThat(List.of(enough.cases(), enough.realCases())).containsOnly(39);
    }
}
