package kr.dangol.benchmarks.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was measured in several worlds: figures by name, one per world.
final class Tally {

    private final List<Map<String, Double>> worlds = new ArrayList<>();

    void add(Map<String, Double> world) {
        worlds.add(world);
    }

    void addAll(Tally other) {
        worlds.addAll(other.worlds);
    }

    int worlds() {
        return worlds.size();
    }

    boolean has(String name) {
        return worlds.stream().anyMatch(world -> world.containsKey(name));
    }

    double mean(String name) {
        return sum(name) / Math.max(1, worlds.size());
    }

    private double sum(String name) {
        return worlds.stream().mapToDouble(world -> world.getOrDefault(name, 0.0)).sum();
    }

    /// The sum of one figure over that of another.
    double ratio(String above, String below) {
        return sum(above) / sum(below);
    }

    /// The standard error of [#ratio], from leaving each world out in turn.
    double ratioError(String above, String below) {
        var n = worlds.size();
        if (n < 2) {
            return Double.NaN;
        }
        var tops = sum(above);
        var bottoms = sum(below);
        var whole = tops / bottoms;
        var squares = 0.0;
        for (var world : worlds) {
            var without =
                    (tops - world.getOrDefault(above, 0.0))
                            / (bottoms - world.getOrDefault(below, 0.0));
            squares += (without - whole) * (without - whole);
        }
        return Math.sqrt(squares * (n - 1) / n);
    }

    static Map<String, Double> figures() {
        return new LinkedHashMap<>();
    }
}
