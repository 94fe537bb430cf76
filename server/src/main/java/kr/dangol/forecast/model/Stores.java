package kr.dangol.forecast.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Which rows belong to one store, and how much one store may say.
final class Stores {

    /// A store's cases count fully up to this many; beyond it, their sum grows with the logarithm.
    private static final double FULL = 8;

    private Stores() {}

    /// Numbers the stores; an unknown store gets a number of its own.
    static int[] number(List<Observation> observations) {
        var numbers = new HashMap<String, Integer>();
        var result = new int[observations.size()];
        var next = 0;
        for (var i = 0; i < result.length; i++) {
            var name = observations.get(i).store();
            var known = name == null ? null : numbers.get(name);
            result[i] = known == null ? next++ : known;
            if (name != null) {
                numbers.put(name, result[i]);
            }
        }
        return result;
    }

    static List<int[]> rowsByStore(int[] store) {
        var counts = sizes(store);
        var rows = new ArrayList<int[]>(counts.length);
        for (var count : counts) {
            rows.add(new int[count]);
        }
        for (var i = store.length - 1; i >= 0; i--) {
            rows.get(store[i])[--counts[store[i]]] = i;
        }
        return rows;
    }

    static int[] sizes(int[] store) {
        var most = -1;
        for (var each : store) {
            most = Math.max(most, each);
        }
        var counts = new int[most + 1];
        for (var each : store) {
            counts[each]++;
        }
        return counts;
    }

    /// The factor by which each case of a store of this many is weighed down.
    static double share(int cases) {
        return cases <= FULL ? 1 : FULL * (1 + Math.log(cases / FULL)) / cases;
    }
}
