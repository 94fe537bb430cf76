package kr.dangol.forecast.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A small made-up market with known effects, for tests of the mathematics.
final class Market {

    static final Design DESIGN = design();
    static final ResponseKind VISITS = new ResponseKind(new Belief(100, 0.5), 0, 0, 0.5, true);

    final Map<String, Double> effects = new HashMap<>();
    final double noise;
    final Random random;

    Market(long seed, double noise) {
        this.noise = noise;
        random = new Random(seed);
        for (var i = 0; i < 8; i++) {
            effects.put("trade" + i, random.nextGaussian() * 0.4);
        }
        for (var gift : gifts()) {
            effects.put(gift, random.nextGaussian() * 0.3);
        }
    }

    private static Design design() {
        var builder = Design.aroundDose(0, -1, 0, 1);
        builder.drivingFactor("trade", 0.2);
        builder.text("gift");
        return builder.build();
    }

    static List<String> gifts() {
        return List.of("coffee", "big cake", "umbrella", "movie ticket");
    }

    static Subject subject(String trade, String gift, double dose) {
        return new Subject(Arrays.asList(trade), List.of(), List.of(gift), dose, 1);
    }

    Subject anySubject() {
        return subject(
                "trade" + random.nextInt(8), gifts().get(random.nextInt(4)), random.nextGaussian());
    }

    /// The true median.
    double median(Subject subject) {
        return Math.exp(
                4
                        + effects.getOrDefault(subject.factors().getFirst(), 0.0)
                        + effects.getOrDefault(subject.texts().getFirst(), 0.0)
                        + 0.6 * subject.dose());
    }

    double drawn(Subject subject) {
        return median(subject) * Math.exp(noise * random.nextGaussian());
    }

    List<Observation> observe(int cases) {
        var observations = new ArrayList<Observation>();
        for (var i = 0; i < cases; i++) {
            var subject = anySubject();
            observations.add(observation(subject, drawn(subject), "store" + i));
        }
        return observations;
    }

    static Observation observation(Subject subject, double response, String store) {
        return new Observation(subject, List.of(response), 1, store);
    }

    static ResponseModel fit(List<Observation> observations) {
        return ResponseModel.fit(DESIGN, List.of(VISITS), observations, List.of()).getFirst();
    }
}
