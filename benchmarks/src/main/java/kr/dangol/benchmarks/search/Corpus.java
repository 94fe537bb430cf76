package kr.dangol.benchmarks.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.Vector;

/// A case book of any size, in portions, so that it never lies in memory as a whole: texts of the
/// sample generator and vectors of the built-in embedder. For more dimensions than it has, each
/// vector is thrown by a fixed random projection, and a fifth of its length is noise of its own, so
/// that the cloud of vectors has as many directions as dimensions and keeps its clusters.
final class Corpus {

    static final int PORTION = 10_000;

    private static final int INPUTS = 16;
    private static final double NOISE = 0.2;

    private final KoreanEmbedder embedder;
    private final int dimensions;
    private final int[] inputs;
    private final float[] signs;

    Corpus(KoreanWords words, int dimensions) {
        this.embedder = new KoreanEmbedder(words);
        this.dimensions = dimensions;
        this.inputs = new int[dimensions * INPUTS];
        this.signs = new float[dimensions * INPUTS];
        var random = new SplittableRandom(7);
        for (var i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextInt(embedder.dimensions());
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
    }

    /// Portion by number; each has cases of its own.
    List<IndexEntry> portion(int number, int size) {
        var entries = new ArrayList<IndexEntry>();
        for (var precedent : SampleBook.generate(size, 1_000L + number)) {
            var own = renamed(precedent, number + "-" + entries.size());
            var text = PrecedentText.of(own);
            entries.add(new IndexEntry(own, text, vector(text, number * 31L + entries.size())));
        }
        return entries;
    }

    Vector vector(PrecedentText text, long seed) {
        var vector = embedder.embed(List.of(text)).getFirst();
        return dimensions == embedder.dimensions() ? vector : thrown(vector.toArray(), seed);
    }

    private Vector thrown(float[] from, long seed) {
        var random = new SplittableRandom(seed);
        var thrown = new float[dimensions];
        var scale = NOISE * Math.sqrt(INPUTS / (double) from.length);
        for (var i = 0; i < dimensions; i++) {
            var sum = 0f;
            for (var j = i * INPUTS; j < (i + 1) * INPUTS; j++) {
                sum += signs[j] * from[inputs[j]];
            }
            thrown[i] = sum + (float) (scale * random.nextGaussian());
        }
        return Vector.ofDirection(thrown);
    }

    private static Precedent renamed(Precedent from, String name) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Precedent(
                new PrecedentId(id),
                from.origin(),
                from.title(),
                from.prize(),
                from.participation(),
                from.industry(),
                from.businessType(),
                from.region(),
                from.date(),
                from.season(),
                from.purpose(),
                from.channel(),
                from.cost(),
                from.participants(),
                from.roi(),
                from.grade(),
                from.storeKey(),
                from.owner(),
                from.source());
    }
}
