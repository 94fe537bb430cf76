package kr.dangol.forecast.model;

import java.util.Arrays;
import java.util.List;

/// The features of many rows, stored by column: which rows have a feature and how much of it.
final class Columns {

    final LongIndex index = new LongIndex();
    final int rows;
    int[] group;
    int[] start;
    int[] row;
    float[] value;

    Columns(List<Row> ofRows, double[] doses, Dose dose) {
        rows = ofRows.size();
        group = new int[1024];
        var counts = new int[1024];
        var total = 0;
        for (var each : ofRows) {
            for (var f = 0; f < each.size; f++) {
                var column = index.add(each.key[f]);
                if (column >= counts.length) {
                    counts = Arrays.copyOf(counts, counts.length * 2);
                    group = Arrays.copyOf(group, group.length * 2);
                }
                group[column] = each.group[f];
                counts[column]++;
            }
            total += each.size;
        }
        start = new int[index.size() + 1];
        for (var c = 0; c < index.size(); c++) {
            start[c + 1] = start[c] + counts[c];
        }
        row = new int[total];
        value = new float[total];
        fill(ofRows, doses, dose);
    }

    int size() {
        return index.size();
    }

    private void fill(List<Row> ofRows, double[] doses, Dose dose) {
        var next = Arrays.copyOf(start, index.size());
        for (var r = 0; r < rows; r++) {
            var each = ofRows.get(r);
            var functions = dose.at(doses[r]);
            for (var f = 0; f < each.size; f++) {
                var at = next[index.find(each.key[f])]++;
                row[at] = r;
                value[at] = each.value[f] * (float) functions[each.basis[f]];
            }
        }
    }
}
