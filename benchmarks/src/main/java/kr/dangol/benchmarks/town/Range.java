package kr.dangol.benchmarks.town;

import tools.jackson.databind.JsonNode;

/// A forecast median with its 80 % interval.
record Range(int expected, int low, int high) {

    static Range of(JsonNode range) {
        return new Range(
                range.get("expected").asInt(), range.get("low").asInt(), range.get("high").asInt());
    }

    boolean holds(int actual) {
        return low <= actual && actual <= high;
    }
}
