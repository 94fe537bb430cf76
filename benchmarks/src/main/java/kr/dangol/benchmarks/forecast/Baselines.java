package kr.dangol.benchmarks.forecast;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import kr.dangol.casebook.Precedent;
import kr.dangol.event.EventTraits;
import kr.dangol.shared.Season;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/// What forecasts are compared with.
final class Baselines {

    private static final int FEWEST = 3;
    private static final int NEAREST = 5;

    private Baselines() {}

    static Guess overallAverage(List<Precedent> past) {
        var average = past.stream().mapToInt(Baselines::roi).average().orElse(0);
        return traits -> average;
    }

    /// The mean of the same business type and purpose, else type, else industry, else all.
    static Guess groupAverage(List<Precedent> past) {
        Map<Object, double[]> sums = new HashMap<>();
        for (var p : past) {
            var keys =
                    List.of(
                            p.businessType().name() + p.purpose(),
                            p.businessType().name(),
                            p.industry(),
                            "all");
            for (var key : keys) {
                var sum = sums.computeIfAbsent(key, any -> new double[2]);
                sum[0] += roi(p);
                sum[1]++;
            }
        }
        return traits -> {
            var keys =
                    List.of(
                            traits.businessType().name() + traits.purpose(),
                            traits.businessType().name(),
                            traits.industry(),
                            "all");
            for (var key : keys) {
                var sum = sums.getOrDefault(key, new double[2]);
                if (sum[1] >= FEWEST || key.equals("all")) {
                    return sum[0] / Math.max(1, sum[1]);
                }
            }
            return 0;
        };
    }

    /// The mean of the five most similar by traits shared and nearness of cost.
    static Guess fiveMostSimilar(List<Precedent> past) {
        return traits -> {
            var nearest = new PriorityQueue<Near>(Comparator.comparingDouble(Near::similarity));
            for (var precedent : past) {
                nearest.add(new Near(similarity(precedent, traits), roi(precedent)));
                if (nearest.size() > NEAREST) {
                    nearest.remove();
                }
            }
            return nearest.stream().mapToInt(Near::roi).average().orElse(0);
        };
    }

    private record Near(double similarity, int roi) {}

    private static double similarity(Precedent p, EventTraits t) {
        var sum = 0.0;
        sum += p.industry() == t.industry() ? 2 : 0;
        sum += p.businessType().equals(t.businessType()) ? 2 : 0;
        sum += p.purpose() == t.purpose() ? 1 : 0;
        sum += p.channel() == t.channel() ? 1 : 0;
        sum += p.season() == Season.of(t.date()) ? 1 : 0;
        sum +=
                t.region() != null
                                && p.region() != null
                                && p.region().city().equals(t.region().city())
                        ? 1
                        : 0;
        sum += p.prize().startsWith(t.prize().substring(0, 2)) ? 1 : 0;
        sum += p.participation().equals(t.participation()) ? 1 : 0;
        return sum - Math.abs(Math.log(1.0 * cost(p) / t.cost().amount()));
    }

    /// One penalty for all indicators, on log(1 + ROI/100), cost as a straight line.
    static Guess plainRidge(List<Precedent> past) {
        var names = new HashMap<String, Integer>();
        var rows = past.stream().map(p -> features(names, true, traits(p))).toList();
        var p = names.size() + 2;
        var gram = new DMatrixRMaj(p, p);
        var right = new DMatrixRMaj(p, 1);
        var mean = past.stream().mapToDouble(Baselines::logReturn).average().orElse(0);
        for (var i = 0; i < rows.size(); i++) {
            var size = size(past.get(i).cost() == null ? 1 : cost(past.get(i)));
            var row = rows.get(i);
            var y = logReturn(past.get(i)) - mean;
            for (var a : row) {
                for (var b : row) {
                    gram.add(a + 2, b + 2, 1);
                }
                gram.add(a + 2, 0, size);
                gram.add(0, a + 2, size);
                right.add(a + 2, 0, y);
            }
            gram.add(0, 0, size * size);
            right.add(0, 0, size * y);
        }
        for (var i = 0; i < p; i++) {
            gram.add(i, i, 1);
        }
        var solver = LinearSolverFactory_DDRM.symmPosDef(p);
        var weights = new DMatrixRMaj(p, 1);
        if (!solver.setA(gram)) {
            throw new IllegalStateException("ridge");
        }
        solver.solve(right, weights);
        return traits -> {
            var sum = mean + weights.get(0, 0) * size(traits.cost().amount());
            for (var f : features(names, false, traits)) {
                sum += weights.get(f + 2, 0);
            }
            return 100 * (Math.exp(sum) - 1);
        };
    }

    private static double size(long cost) {
        return Math.log(cost / 1_000_000.0);
    }

    static EventTraits traits(Precedent p) {
        if (p.purpose() == null || p.date() == null || p.channel() == null || p.cost() == null) {
            throw new IllegalArgumentException("incomplete");
        }
        return new EventTraits(
                p.industry(),
                p.businessType(),
                p.region(),
                p.purpose(),
                p.date(),
                p.channel(),
                p.cost(),
                p.prize(),
                p.participation());
    }

    private static List<Integer> features(Map<String, Integer> names, boolean grow, EventTraits t) {
        return List.of(
                        "i" + t.industry(),
                        "b" + t.businessType().name(),
                        "c" + (t.region() == null ? "" : t.region().city()),
                        "d" + t.region(),
                        "p" + t.purpose(),
                        "t" + t.channel(),
                        "s" + Season.of(t.date()),
                        "m" + t.date().getMonth(),
                        "z" + t.prize(),
                        "w" + t.participation())
                .stream()
                .map(name ->
                        grow
                                ? names.computeIfAbsent(name, any -> names.size())
                                : names.getOrDefault(name, -1))
                .filter(f -> f >= 0)
                .toList();
    }

    private static long cost(Precedent p) {
        return p.cost() == null ? 1 : p.cost().amount();
    }

    static int roi(Precedent p) {
        return p.roi() == null ? 0 : p.roi();
    }

    private static double logReturn(Precedent p) {
        return Math.log(Math.max(0.05, 1 + roi(p) / 100.0));
    }
}
