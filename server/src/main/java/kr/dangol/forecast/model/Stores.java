package kr.dangol.forecast.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Which rows belong to one store, and how much one store may say.
final class Stores {

    /// A store's cases count fully up to this many; beyond it, their sum grows with the logarithm.
    private static final double FULL = 4;

    /// The standard deviation up to which stores are believed to differ.
    private static final double MOST_DIFFERENT = 0.3;

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

    /// How much each case counts: copies of one case count once together, and a store with many
    /// cases less for each.
    static double[] shares(List<Observation> observations, int[] store) {
        var copies = new HashMap<Long, Integer>();
        var keys = observations.stream().map(Stores::likeness).toList();
        keys.forEach(key -> copies.merge(key, 1, Integer::sum));
        var cases = new double[sizes(store).length];
        var shares = new double[store.length];
        for (var i = 0; i < store.length; i++) {
            shares[i] = 1.0 / copies.getOrDefault(keys.get(i), 1);
            cases[store[i]] += shares[i];
        }
        for (var i = 0; i < store.length; i++) {
            shares[i] *= share(cases[store[i]]);
        }
        return shares;
    }

    /// Two cases of one store with the same texts and outcome are copies whatever their dates; of
    /// unknown stores, everything else must agree too. A mixed hash: small whole numbers as doubles
    /// differ in few bits only, and a map of lists of them was slower than the fit.
    private static long likeness(Observation observation) {
        var subject = observation.subject();
        var store = observation.store();
        var like =
                store == null
                        ? Hash.join(subject.factors().hashCode(), bits(subject.dose()))
                        : Hash.of(store);
        for (var text : subject.texts()) {
            like = Hash.join(like, Hash.of(text));
        }
        for (var response : observation.responses()) {
            like = Hash.join(like, bits(response));
        }
        return like;
    }

    private static long bits(double value) {
        return Hash.mix(Double.doubleToLongBits(value));
    }

    /// Weighs down stores whose cases lie together further off than stores differ, as Student's t
    /// does for single cases. `residual` is what other effects than the store's own leave.
    static void weighDown(
            int[] store, double[] residual, double[] weight, double noise, double variance) {
        var sums = new double[sizes(store).length];
        var weights = new double[sums.length];
        for (var i = 0; i < store.length; i++) {
            sums[store[i]] += weight[i] * residual[i];
            weights[store[i]] += weight[i];
        }
        var between = Math.min(variance, MOST_DIFFERENT * MOST_DIFFERENT);
        for (var i = 0; i < store.length; i++) {
            var total = weights[store[i]];
            if (total > 1) {
                var mean = sums[store[i]] / total;
                var surprise = mean * mean / (between + noise / total);
                weight[i] *= Math.min(1, (FREEDOM + 1) / (FREEDOM + surprise));
            }
        }
    }

    static final double FREEDOM = 5;

    private static double share(double cases) {
        return cases <= FULL ? 1 : FULL * (1 + Math.log(cases / FULL)) / cases;
    }
}
