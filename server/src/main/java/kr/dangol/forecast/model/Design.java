package kr.dangol.forecast.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which effects a response is thought to be made of: a hierarchy of groups, each of which shrinks
/// towards zero as far as the data say. Listing an effect costs little, because a group that the
/// data do not support keeps a variance near zero.
public final class Design {

    static final int INTERCEPT = 0;
    static final int SLOPE = 1;
    static final int BEND = 2;
    static final int TRUST = 3;
    static final int TREND = 4;
    static final int STEP = 5;
    static final int STORE = 6;
    static final int MEASURE = 7;
    private static final int FIRST_FREE = 8;

    /// The effect that every row has.
    static final long LEVEL_KEY = Hash.join(1, INTERCEPT * 64L);

    private static final double STEP_YEARS = 0.25;
    private static final int STEPS = 12;
    private static final double OLDEST_YEARS = 6;
    private static final int FINEST = 3;

    private final List<Group> groups;
    private final List<Factor> factors;
    private final List<Cross> crosses;
    private final List<Text> texts;
    private final List<TextCross> textCrosses;
    private final int textPair;
    private final Dose dose;

    private record Factor(int group, int slopeGroup, int trendGroup) {}

    private record Cross(int group, int left, int right) {}

    private record Text(int whole, int words, int pairs, int slope) {}

    private record TextCross(int group, int text, int factor) {}

    private Design(Builder builder) {
        groups = List.copyOf(builder.groups);
        factors = List.copyOf(builder.factors);
        crosses = List.copyOf(builder.crosses);
        texts = List.copyOf(builder.texts);
        textCrosses = List.copyOf(builder.textCrosses);
        textPair = builder.textPair;
        dose = builder.dose;
    }

    /// A design whose dose is measured from `centre` and may bend at `knots`, both logarithms.
    public static Builder aroundDose(double centre, double... knots) {
        return new Builder(new Dose(centre, knots));
    }

    List<Group> groups() {
        return groups;
    }

    Dose dose() {
        return dose;
    }

    int groupOfFactor(int place) {
        return factors.get(place).group;
    }

    IntStream groupsOfText(int place) {
        var text = texts.get(place);
        return IntStream.of(text.whole, text.words, text.pairs);
    }

    /// The features of a subject as seen from `now`, which is the newest time the model knows: time
    /// counts backwards, so that a forecast for today rests on the present level.
    Row row(Subject subject, double now, @Nullable String store) {
        var row = new Row();
        row.add(INTERCEPT, 1, Dose.CONSTANT, 1);
        row.add(SLOPE, 1, Dose.LINEAR, 1);
        for (var bend = 0; bend < dose.bends(); bend++) {
            row.add(BEND, bend, Dose.FIRST_BEND + bend, 1);
        }
        var age = subject.isTimed() ? Math.clamp(now - subject.time(), 0, OLDEST_YEARS) : 0;
        addTime(row, age);
        addMeasures(row, subject.measures());
        var levels = levels(subject.factors());
        addFactors(row, levels, age);
        addTexts(row, subject.texts(), levels);
        if (store != null) {
            row.add(STORE, Hash.of(store), Dose.CONSTANT, 1);
        }
        return row;
    }

    private static void addTime(Row row, double age) {
        if (age == 0) {
            return;
        }
        row.add(TREND, 1, Dose.CONSTANT, age);
        for (var step = 1; step <= STEPS && age > step * STEP_YEARS; step++) {
            row.add(STEP, step, Dose.CONSTANT, 1);
        }
    }

    private static void addMeasures(Row row, List<Double> measures) {
        for (var i = 0; i < measures.size(); i++) {
            if (measures.get(i) != 0) {
                row.add(MEASURE, i, Dose.CONSTANT, measures.get(i));
            }
        }
    }

    private static long[] levels(List<@Nullable String> names) {
        var levels = new long[names.size()];
        for (var i = 0; i < levels.length; i++) {
            var name = names.get(i);
            levels[i] = name == null ? 0 : Hash.of(name);
        }
        return levels;
    }

    private void addFactors(Row row, long[] levels, double age) {
        for (var i = 0; i < levels.length; i++) {
            if (levels[i] == 0) {
                continue;
            }
            var factor = factors.get(i);
            row.add(factor.group, levels[i], Dose.CONSTANT, 1);
            if (factor.slopeGroup >= 0) {
                row.add(factor.slopeGroup, levels[i], Dose.LINEAR, 1);
            }
            if (factor.trendGroup >= 0 && age > 0) {
                row.add(factor.trendGroup, levels[i], Dose.CONSTANT, age);
            }
        }
        for (var cross : crosses) {
            if (levels[cross.left] != 0 && levels[cross.right] != 0) {
                var key = Hash.join(levels[cross.left], levels[cross.right]);
                row.add(cross.group, key, Dose.CONSTANT, 1);
            }
        }
    }

    private void addTexts(Row row, List<String> words, long[] levels) {
        var wholes = new long[texts.size()];
        var parts = new long[texts.size()][];
        for (var i = 0; i < wholes.length; i++) {
            var wording = Wording.of(words.get(i));
            wholes[i] = wording.whole();
            parts[i] = wording.words();
            if (wording.words().length == 0) {
                wholes[i] = 0;
                continue;
            }
            var text = texts.get(i);
            row.add(text.whole, wording.whole(), Dose.CONSTANT, 1);
            row.add(text.slope, wording.whole(), Dose.LINEAR, 1);
            addBag(row, text.words, wording.words());
            addBag(row, text.pairs, wording.pairs());
        }
        for (var cross : textCrosses) {
            if (wholes[cross.text] != 0 && levels[cross.factor] != 0) {
                addBag(row, cross.group, together(parts[cross.text], levels[cross.factor]));
            }
        }
        if (textPair >= 0 && wholes[0] != 0 && wholes[1] != 0) {
            row.add(textPair, Hash.join(wholes[0], wholes[1]), Dose.CONSTANT, 1);
        }
    }

    /// Words work differently with each level, not whole texts: "coffee, 10 % off" and "coffee for
    /// two" have in common what coffee does in this trade.
    private static long[] together(long[] words, long level) {
        return Arrays.stream(words).map(word -> Hash.join(word, level)).toArray();
    }

    /// The parts of a text share one effect's worth of variance, however many they are.
    private static void addBag(Row row, int group, long[] parts) {
        var share = 1 / Math.sqrt(parts.length);
        for (var part : parts) {
            row.add(group, part, Dose.CONSTANT, share);
        }
    }

    /// Names the effects. Spreads are standard deviations on the scale of the response's logarithm;
    /// they matter while data are few.
    public static final class Builder {

        private final List<Group> groups = new ArrayList<>();
        private final List<Factor> factors = new ArrayList<>();
        private final List<Cross> crosses = new ArrayList<>();
        private final List<Text> texts = new ArrayList<>();
        private final List<TextCross> textCrosses = new ArrayList<>();
        private int textPair = -1;
        private final Dose dose;

        private Builder(Dose dose) {
            this.dose = dose;
            group(Group.fixed("intercept", 1.5));
            group(Group.fixed("slope", 0.3));
            group(new Group("bend", 0.08, FINEST, true));
            group(Group.fixed("trust", 0.5));
            group(new Group("trend", 0.06, FINEST, true));
            group(new Group("step", 0.05, FINEST, true));
            group(Group.learned("store", 0.15));
            group(Group.learned("measure", 0.05));
            if (groups.size() != FIRST_FREE) {
                throw new IllegalStateException("fixed groups are numbered");
            }
        }

        private int group(Group group) {
            groups.add(group);
            return groups.size() - 1;
        }

        /// A factor whose levels each move the response. Returns its place in [Subject#factors].
        public int factor(String name, double spread) {
            factors.add(new Factor(group(Group.learned(name, spread)), -1, -1));
            return factors.size() - 1;
        }

        /// A factor whose levels also answer differently to the dose and drift on their own.
        public int drivingFactor(String name, double spread) {
            var main = group(Group.learned(name, spread));
            var slope = group(Group.doubtful(name + " x dose", 0.03));
            var trend = group(Group.doubtful(name + " x time", 0.025));
            factors.add(new Factor(main, slope, trend));
            return factors.size() - 1;
        }

        public Builder cross(int left, int right) {
            var number = group(Group.doubtful("cross " + left + " x " + right, 0.02));
            crosses.add(new Cross(number, left, right));
            return this;
        }

        /// A text with its parts. Returns its place in [Subject#texts].
        public int text(String name) {
            texts.add(
                    new Text(
                            group(Group.learned(name, 0.12)),
                            group(Group.learned(name + " words", 0.12)),
                            group(Group.learned(name + " pairs", 0.1)),
                            group(Group.doubtful(name + " x dose", 0.03))));
            return texts.size() - 1;
        }

        public Builder textCross(int text, int factor) {
            var number = group(Group.doubtful("text " + text + " x " + factor, 0.02));
            textCrosses.add(new TextCross(number, text, factor));
            return this;
        }

        /// The first two texts may work better together than apart.
        public Builder textPair() {
            textPair = group(Group.doubtful("text pair", 0.02));
            return this;
        }

        public Design build() {
            return new Design(this);
        }
    }
}
