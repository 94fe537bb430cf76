package kr.dangol.forecast.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.event.EventTraits;

/// Counts the precedents comparable to a plan, and says in words what a forecast rests on. Mutable
/// while it is filled, then only read.
final class Comparables {

    /// Below this many real cases the card rests on sample data, and says so.
    private static final int ENOUGH_REAL = 20;

    private static final int ENOUGH_NEAR = 5;

    private final Map<Object, int[]> counts = new HashMap<>();

    private static final String ALL = "all";

    private record TypeInCity(String type, String city) {}

    private record Type(String name) {}

    private record IndustryGroup(String name) {}

    /// How many, how many of them real, and the words.
    record Found(int cases, int realCases, String basis) {}

    void add(Lesson lesson) {
        change(lesson, 1);
    }

    void remove(Lesson lesson) {
        change(lesson, -1);
    }

    private void change(Lesson lesson, int by) {
        var like = lesson.comparable();
        var kind = lesson.sample() ? 1 : 0;
        if (like.city() != null) {
            count(new TypeInCity(like.type(), like.city()))[kind] += by;
        }
        count(new Type(like.type()))[kind] += by;
        count(new IndustryGroup(like.industry()))[kind] += by;
        count(ALL)[kind] += by;
    }

    private int[] count(Object level) {
        return counts.computeIfAbsent(level, any -> new int[2]);
    }

    Comparables copy() {
        var copy = new Comparables();
        counts.forEach((level, count) -> copy.counts.put(level, count.clone()));
        return copy;
    }

    private record Level(Object key, String words) {}

    Found of(EventTraits traits) {
        var levels = levels(traits);
        for (var level : levels) {
            if (real(level) >= ENOUGH_REAL) {
                return new Found(real(level), real(level), trusted(level));
            }
        }
        for (var level : levels) {
            if (real(level) + samples(level) >= ENOUGH_NEAR) {
                return new Found(real(level) + samples(level), real(level), doubtful(level));
            }
        }
        var all = levels.getLast();
        return new Found(real(all) + samples(all), real(all), doubtful(all));
    }

    private static List<Level> levels(EventTraits traits) {
        var type = new Level(new Type(traits.businessType().name()), traits.businessType().name());
        var industry = traits.industry().label();
        var wide =
                List.of(
                        type,
                        new Level(new IndustryGroup(industry), industry + " 전체"),
                        new Level(ALL, "모든 업종"));
        var region = traits.region();
        if (region == null) {
            return wide;
        }
        var near =
                new Level(
                        new TypeInCity(traits.businessType().name(), region.city()),
                        region.city() + " " + traits.businessType().name());
        return List.of(near, wide.get(0), wide.get(1), wide.get(2));
    }

    private int real(Level level) {
        return counts.getOrDefault(level.key(), new int[2])[0];
    }

    private int samples(Level level) {
        return counts.getOrDefault(level.key(), new int[2])[1];
    }

    private String trusted(Level level) {
        return "%s 사례 %,d건을 가장 크게 봤어요.".formatted(level.words(), real(level));
    }

    private String doubtful(Level level) {
        if (samples(level) == 0) {
            return real(level) == 0
                    ? "아직 비슷한 사례가 없어서 일반적인 경향으로 봤어요. 폭이 넓어요."
                    : "%s 사례 %,d건으로 봤어요. 아직 사례가 적어서 폭이 넓어요.".formatted(level.words(), real(level));
        }
        return real(level) == 0
                ? "%s 예시 자료 %,d건으로 봤어요. 실제 사례가 쌓이면 더 정확해져요."
                        .formatted(level.words(), samples(level))
                : "%s 실제 사례 %,d건에 예시 자료 %,d건을 보태서 봤어요. 아직 폭이 넓어요."
                        .formatted(level.words(), real(level), samples(level));
    }
}
