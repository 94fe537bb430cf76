package kr.dangol.forecast.learning;

import java.util.Collection;

/// Names a state of learning: how many lessons, a digest of them, and how many of them were learned
/// since the last fit. The same lessons have the same version on every instance, in whatever order
/// they came.
record Version(int lessons, int digest, int sinceFit) {

    static Version of(Collection<Lesson> lessons) {
        return new Version(lessons.size(), digest(lessons), 0);
    }

    Version plus(Collection<Lesson> more) {
        return new Version(lessons + more.size(), digest ^ digest(more), sinceFit + more.size());
    }

    private static int digest(Collection<Lesson> lessons) {
        return lessons.stream().mapToInt(Lesson::hashCode).reduce(0, (a, b) -> a ^ b);
    }

    @Override
    public String toString() {
        var fitted = "%d-%08x".formatted(lessons, digest);
        return sinceFit == 0 ? fitted : fitted + "+" + sinceFit;
    }
}
