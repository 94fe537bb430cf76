package kr.dangol.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseModelTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 1_500})
    void recoversKnownEffects(int cases) {
        var market = new Market(1, 0.2);
        var model = Market.fit(market.observe(cases));
        for (var i = 0; i < 100; i++) {
            var subject = market.anySubject().withDose(market.random.nextDouble() - 0.5);
            assertThat(Math.log(model.predict(subject).median()))
                    .isCloseTo(Math.log(market.median(subject)), within(0.2));
        }
    }

    /// Both solvers at once: exact below 300 rows, sweeping above.
    @ParameterizedTest
    @ValueSource(ints = {20, 60, 200, 1_000})
    void intervalsHoldEightOutcomesInTen(int cases) {
        var held = 0;
        var worlds = cases < 100 ? 60 : 12;
        var trials = 100;
        for (var seed = 0; seed < worlds; seed++) {
            var market = new Market(seed, 0.4);
            var model = Market.fit(market.observe(cases));
            for (var i = 0; i < trials; i++) {
                var subject = market.anySubject();
                var range = model.predict(subject);
                var drawn = market.drawn(subject);
                held += range.low() <= drawn && drawn <= range.high() ? 1 : 0;
            }
        }
        assertThat(1.0 * held / worlds / trials).isBetween(0.76, 0.86);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40, 700})
    void neverFallsWhenTheDoseRises(int cases) {
        var market = new Market(3, 1.5);
        var model = Market.fit(market.observe(cases));
        for (var i = 0; i < 100; i++) {
            var subject = market.anySubject();
            var before = new Range(0, 0, 0);
            for (var dose = -20.0; dose < 20; dose += 0.37) {
                var range = model.predict(subject.withDose(dose));
                assertThat(range.low()).isGreaterThanOrEqualTo(before.low());
                assertThat(range.median()).isGreaterThanOrEqualTo(before.median());
                assertThat(range.high()).isGreaterThanOrEqualTo(before.high());
                assertThat(range.low()).isLessThanOrEqualTo(range.median());
                assertThat(range.median()).isLessThanOrEqualTo(range.high());
                before = range;
            }
        }
    }

    @Test
    void unseenTextFallsBackOnItsWords() {
        var market = new Market(4, 0.2);
        market.effects.put("big cake", 1.0);
        market.effects.put("coffee", -1.0);
        var model = Market.fit(market.observe(250));
        var cake = model.predict(Market.subject("trade1", "small cake", 0)).median();
        var coffee = model.predict(Market.subject("trade1", "iced coffee", 0)).median();
        assertThat(cake).isGreaterThan(1.5 * coffee);
    }

    @Test
    void groupsWithFewCasesGetWiderIntervals() {
        var market = new Market(5, 0.3);
        var model = Market.fit(market.observe(250));
        var known = model.predict(Market.subject("trade1", "coffee", 0));
        var unknown = model.predict(Market.subject("never seen", "nor this", 0));
        assertThat(unknown.high() / unknown.low()).isGreaterThan(1.1 * known.high() / known.low());
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 1_000})
    void oneStoreFloodingWithCopiesMovesOthersLittle(int cases) {
        var market = new Market(6, 0.3);
        var observations = market.observe(cases);
        var flooded = new ArrayList<>(observations);
        var copy = Market.subject("trade1", "coffee", 0);
        for (var i = 0; i < cases; i++) {
            flooded.add(Market.observation(copy, 1e7, "flooder"));
        }
        assertMovedAtMost(0.15, Market.fit(observations), Market.fit(flooded), "trade2");
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 1_000})
    void absurdOutcomesMoveForecastsLittle(int cases) {
        var market = new Market(7, 0.3);
        var observations = market.observe(cases);
        var soiled = new ArrayList<>(observations);
        for (var i = 0; i < cases / 20; i++) {
            soiled.add(Market.observation(market.anySubject(), i % 2 == 0 ? 1e12 : 0, "odd" + i));
        }
        assertMovedAtMost(0.2, Market.fit(observations), Market.fit(soiled), "trade2");
    }

    private static void assertMovedAtMost(
            double share, ResponseModel before, ResponseModel after, String trade) {
        for (var gift : List.of("umbrella", "movie ticket")) {
            var subject = Market.subject(trade, gift, 0.5);
            assertThat(Math.log(after.predict(subject).median()))
                    .isCloseTo(Math.log(before.predict(subject).median()), within(share));
        }
    }

    /// Against a full fit with the same outcomes.
    @ParameterizedTest
    @ValueSource(ints = {150, 1_000})
    void learningOneByOneComesNearAFit(int cases) {
        var market = new Market(8, 0.3);
        market.effects.put("newcomer", 0.8);
        var observations = market.observe(cases);
        var more =
                IntStream.range(0, 10)
                        .mapToObj(i -> Market.subject("newcomer", "umbrella", 0.1 * i))
                        .map(subject -> Market.observation(subject, market.drawn(subject), "n"))
                        .toList();
        var asked = Market.subject("newcomer", "umbrella", 0);
        var before = Market.fit(observations);
        var learned = before.taught(more, 0).predict(asked).median();
        var all = new ArrayList<>(observations);
        all.addAll(more);
        var fitted = Market.fit(all).predict(asked).median();
        assertThat(learned).isGreaterThan(1.15 * before.predict(asked).median());
        assertThat(Math.log(learned)).isCloseTo(Math.log(fitted), within(0.35));
    }

    @Test
    void oneOutcomeHasBoundedInfluence() {
        var market = new Market(9, 0.3);
        var model = Market.fit(market.observe(200));
        var subject = market.anySubject();
        var absurd = List.of(Market.observation(subject, 1e12, "x"));
        assertThat(model.taught(absurd, 0).predict(subject).median())
                .isLessThan(2 * model.predict(subject).median());
    }

    @Test
    void learnsToDistrustABeliefThatDoesNotHold() {
        var elsewhere = new Market(10, 0.2);
        var here = new Market(11, 0.2);
        var before = Market.fit(elsewhere.observe(250));
        var observations = here.observe(60);
        var onTop =
                ResponseModel.fit(
                                Market.DESIGN,
                                List.of(Market.VISITS),
                                observations,
                                List.of(before))
                        .getFirst();
        assertThat(error(onTop, here)).isLessThan(0.7 * error(before, here));
    }

    @Test
    void aBeliefThatHoldsHelpsWhileDataAreFew() {
        var market = new Market(12, 0.4);
        var before = Market.fit(market.observe(250));
        var observations = market.observe(15);
        var alone = Market.fit(observations);
        var onTop =
                ResponseModel.fit(
                                Market.DESIGN,
                                List.of(Market.VISITS),
                                observations,
                                List.of(before))
                        .getFirst();
        assertThat(error(onTop, market)).isLessThan(0.8 * error(alone, market));
    }

    private static double error(ResponseModel model, Market market) {
        return IntStream.range(0, 200)
                .mapToObj(i -> market.anySubject())
                .mapToDouble(s ->
                        Math.abs(Math.log(model.predict(s).median()) - Math.log(market.median(s))))
                .average()
                .orElseThrow();
    }

    @Test
    void choosesTheScaleOnWhichEffectsAddUp() {
        var market = new Market(13, 0.2);
        var additiveInLogs = market.observe(400);
        var kind = new ResponseKind(new Belief(100, 0.5), 500, -500, -450, false);
        var chosen =
                ResponseModel.settled(Market.DESIGN, kind, 0, new double[] {0, 50}, additiveInLogs);
        assertThat(chosen.shift()).isZero();
    }

    @Test
    void missingResponsesTeachNothing() {
        var market = new Market(14, 0.3);
        var observations = market.observe(80);
        var padded = new ArrayList<>(observations);
        for (var i = 0; i < 20; i++) {
            var subject = market.anySubject();
            padded.add(new Observation(subject, List.of(Double.NaN), 1, null));
        }
        var asked = Market.subject("trade3", "coffee", 0);
        assertThat(Market.fit(padded).predict(asked).median())
                .isCloseTo(
                        Market.fit(observations).predict(asked).median(),
                        org.assertj.core.data.Percentage.withPercentage(2));
    }
}
