package kr.dangol.forecast.model;

import java.util.Arrays;
import java.util.function.IntFunction;

/// The features of many rows, stored by column: which rows have a feature and how much of it. Rows
/// are made twice, once to count and once to fill, so that they need not all be kept.
final class Columns {

    /// From this many rows on, a feature that only one row has is left out: it can teach nothing
    /// about another case.
    private static final int MANY_ROWS = 2_000;

    final LongIndex index;
    final int rows;
    final int[] group;
    final int[] start;
    final int[] row;
    final float[] value;

    Columns(int rows, IntFunction<Row> rowAt, double[] doses, Dose dose) {
        this.rows = rows;
        var counted = new Counter();
        for (var r = 0; r < rows; r++) {
            counted.count(rowAt.apply(r));
        }
        index = new LongIndex();
        var kept = counted.keepTo(index, rows < MANY_ROWS ? 1 : 2);
        group = Arrays.stream(kept).map(c -> counted.group[c]).toArray();
        start = new int[kept.length + 1];
        for (var c = 0; c < kept.length; c++) {
            start[c + 1] = start[c] + counted.times[kept[c]];
        }
        row = new int[start[kept.length]];
        value = new float[row.length];
        fill(rowAt, doses, dose);
    }

    int size() {
        return group.length;
    }

    private void fill(IntFunction<Row> rowAt, double[] doses, Dose dose) {
        var next = Arrays.copyOf(start, size());
        for (var r = 0; r < rows; r++) {
            var each = rowAt.apply(r);
            var functions = dose.at(doses[r]);
            for (var f = 0; f < each.size; f++) {
                var column = index.find(each.key[f]);
                if (column >= 0) {
                    row[next[column]] = r;
                    value[next[column]++] = each.value[f] * (float) functions[each.basis[f]];
                }
            }
        }
    }

    private static final class Counter {

        private final LongIndex index = new LongIndex();
        private long[] key = new long[1024];
        private int[] group = new int[1024];
        private int[] times = new int[1024];

        void count(Row row) {
            for (var f = 0; f < row.size; f++) {
                var column = index.add(row.key[f]);
                if (column >= times.length) {
                    key = Arrays.copyOf(key, column * 2);
                    group = Arrays.copyOf(group, column * 2);
                    times = Arrays.copyOf(times, column * 2);
                }
                key[column] = row.key[f];
                group[column] = row.group[f];
                times[column]++;
            }
        }

        /// The columns that at least `least` rows have, numbered anew in `kept`.
        int[] keepTo(LongIndex kept, int least) {
            var columns = new int[index.size()];
            for (var c = 0; c < index.size(); c++) {
                if (times[c] >= least) {
                    columns[kept.add(key[c])] = c;
                }
            }
            return Arrays.copyOf(columns, kept.size());
        }
    }
}
