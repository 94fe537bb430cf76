package kr.dangol.casebook.korean;

/// Features of a text by their hash, each with a weight. An open table of longs, because a text has
/// hundreds of features and boxing them cost most of the time an embedding took.
final class Features {

    private static final int FIRST_SIZE = 1_024;

    private long[] hashes = new long[FIRST_SIZE];
    private float[] weights = new float[FIRST_SIZE];
    private int size;

    /// Keeps the larger weight of a feature that comes again.
    void add(long hash, double weight) {
        if (size * 2 > hashes.length) {
            grow();
        }
        var slot = slot(hash);
        if (weights[slot] == 0) {
            hashes[slot] = hash;
            size++;
        }
        weights[slot] = Math.max(weights[slot], (float) weight);
    }

    /// 0 for a feature that is not there.
    float weight(long hash) {
        return weights[slot(hash)];
    }

    void forEach(Reader reader) {
        for (var slot = 0; slot < hashes.length; slot++) {
            if (weights[slot] != 0) {
                reader.read(hashes[slot], weights[slot]);
            }
        }
    }

    private int slot(long hash) {
        var mask = hashes.length - 1;
        var slot = (int) (hash >>> 20) & mask;
        while (weights[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldWeights = weights;
        hashes = new long[oldHashes.length * 2];
        weights = new float[hashes.length];
        for (var i = 0; i < oldHashes.length; i++) {
            if (oldWeights[i] != 0) {
                var slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                weights[slot] = oldWeights[i];
            }
        }
    }

    /// Reads a feature.
    interface Reader {
        void read(long hash, float weight);
    }
}
