package kr.dangol.benchmarks.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.Precedent;
import kr.dangol.event.EventTraits;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/// Foretells as one who was told how the world is made, all but the size of each effect: which
/// effects there are, how they are drawn, the curve along the cost, how ROI follows from them, how
/// much shops and luck scatter. It learns the effects from the same cases by exact Bayesian
/// regression. Nobody who must find the rules out can do better, so it shows what the cases leave
/// unknown.
final class Insider implements Guess {

    private static final double SHOP = 0.25;
    private static final int ROUNDS = 4;

    private record Line(int[] effect, double[] times, double seen, double noise, String store) {}

    private final World world;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Double> spreads = new ArrayList<>();
    private final double[] mean;

    Insider(World world, List<Precedent> past) {
        this.world = world;
        var lines = new ArrayList<Line>();
        for (var each : past) {
            var traits = Baselines.traits(each);
            add(lines, world.sightingOfRoi(traits, Baselines.roi(each)), each, "money");
            var people = each.participants();
            if (people != null && people > 0) {
                add(lines, world.sightingOfPeople(traits, people), each, "people");
            }
        }
        mean = solve(lines);
    }

    private void add(List<Line> lines, World.Sighting sighting, Precedent of, String kind) {
        var store = String.valueOf(of.storeKey());
        var alone = store.startsWith("only");
        var luck = world.climate.noise * world.climate.noise;
        var known = 0.0;
        var effects = new ArrayList<World.Effect>();
        for (var effect : sighting.effects()) {
            if (effect.isKnown()) {
                known += effect.times();
            } else if (effect.times() != 0) {
                effects.add(effect);
            }
        }
        if (!alone) {
            effects.add(new World.Effect(kind + " shop " + store, SHOP, 1));
        }
        var at = new int[effects.size()];
        var times = new double[at.length];
        for (var i = 0; i < at.length; i++) {
            at[i] = number(effects.get(i));
            times[i] = effects.get(i).times();
        }
        var noise = luck + (alone ? SHOP * SHOP : 0);
        lines.add(new Line(at, times, sighting.seen() - known, noise, store));
    }

    private int number(World.Effect effect) {
        return numbers.computeIfAbsent(
                effect.name(),
                any -> {
                    spreads.add(effect.spread());
                    return spreads.size() - 1;
                });
    }

    /// Solved anew a few times where luck has heavy tails or rows are wrong, each time weighing
    /// down what is far off, as an insider would.
    private double[] solve(List<Line> lines) {
        var sizes = new DMatrixRMaj(spreads.size(), 1);
        var freedom = freedom();
        for (var round = 0; round < (freedom > 0 ? ROUNDS : 1); round++) {
            sizes = solve(lines, sizes, freedom);
        }
        return Arrays.copyOf(sizes.data, spreads.size());
    }

    private double freedom() {
        if (world.climate.tails > 0) {
            return 3;
        }
        return world.climate.mislabelled > 0 ? 5 : 0;
    }

    private DMatrixRMaj solve(List<Line> lines, DMatrixRMaj before, double freedom) {
        var p = spreads.size();
        var gram = new DMatrixRMaj(p, p);
        var right = new DMatrixRMaj(p, 1);
        for (var line : lines) {
            var weight = weight(line, before, freedom);
            for (var i = 0; i < line.effect().length; i++) {
                var row = line.effect()[i];
                right.add(row, 0, weight * line.times()[i] * line.seen());
                for (var j = 0; j < line.effect().length; j++) {
                    gram.add(row, line.effect()[j], weight * line.times()[i] * line.times()[j]);
                }
            }
        }
        for (var i = 0; i < p; i++) {
            gram.add(i, i, 1 / (spreads.get(i) * spreads.get(i)));
        }
        var solver = LinearSolverFactory_DDRM.symmPosDef(p);
        if (!solver.setA(gram)) {
            throw new IllegalStateException("insider");
        }
        var sizes = new DMatrixRMaj(p, 1);
        solver.solve(right, sizes);
        return sizes;
    }

    private static double weight(Line line, DMatrixRMaj sizes, double freedom) {
        if (freedom == 0) {
            return 1 / line.noise();
        }
        var left = line.seen();
        for (var i = 0; i < line.effect().length; i++) {
            left -= line.times()[i] * sizes.get(line.effect()[i], 0);
        }
        return (freedom + 1) / (freedom + left * left / line.noise()) / line.noise();
    }

    @Override
    public double roi(EventTraits traits) {
        var sum = 0.0;
        for (var effect : world.sightingOfRoi(traits, 0).effects()) {
            var number = numbers.get(effect.name());
            if (effect.isKnown()) {
                sum += effect.times();
            } else if (number != null) {
                sum += effect.times() * mean[number];
            }
        }
        return world.roiAt(sum);
    }
}
