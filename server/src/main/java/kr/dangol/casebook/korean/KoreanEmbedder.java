package kr.dangol.casebook.korean;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.search.Embedder;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.PrecedentText.Trait;
import kr.dangol.casebook.search.Vector;
import kr.dangol.shared.KoreanText;

/// Embeds Korean event texts by feature hashing, without a model to download.
///
/// A vector has two parts. The first 64 dimensions hold the traits: business type above all, then
/// purpose, season, channel, place and budget, each under its own weight. The other 192 hold the
/// words: morphemes, the groups of their synonyms, pairs of syllables and runs of letters (jamo).
/// The pairs need no spaces between words; the letters survive a typo inside a syllable. Every
/// feature falls on a few dimensions that its hash chooses, so near texts meet there and others
/// hardly do.
///
/// What nearly every event says ("드려요") must weigh little: a feature's weight falls with its share
/// in a frozen count over the shipped book (`frequencies.tsv`), the classic inverse document
/// frequency. A text without traits is somebody's question: it gets the traits that [QueryReader]
/// finds in it.
public final class KoreanEmbedder implements Embedder {

    private static final String MODEL = "dangol-korean-2";
    private static final int DIMENSIONS = 256;
    private static final int TRAIT_DIMENSIONS = 64;

    /// Traits decide between trades, words between ideas. This share and the weights below did best
    /// on the graded questions (`benchmarks/run retrieval`).
    private static final double TRAIT_SHARE = 0.4;

    /// Traits that we only read out of words say the same once more.
    private static final double NAMED_TRAIT_SHARE = 0.3;

    /// A word that was probably meant may not have been.
    private static final double MEANT = 0.7;

    private static final Map<Trait, Double> TRAIT_WEIGHTS =
            new EnumMap<>(
                    Map.of(
                            Trait.BUSINESS_TYPE, 2.2,
                            Trait.INDUSTRY, 0.7,
                            Trait.PURPOSE, 1.3,
                            Trait.SEASON, 0.8,
                            Trait.CHANNEL, 0.8,
                            Trait.CITY, 0.4,
                            Trait.DISTRICT, 0.3,
                            Trait.BUDGET, 0.4));

    static final String WORDS = "w";
    static final String PAIRS = "p";
    static final String RUNS = "r";

    private static final double WORD = 1.0;
    private static final double GROUP = 1.0;
    private static final double SYLLABLES = 0.20;
    private static final double LETTERS = 0.10;
    static final int RUN_OF_LETTERS = 5;

    /// How a customer takes part says less about what an event is than its title and prize.
    private static final double DETAILS = 0.8;

    private final KoreanWords words;
    private final QueryReader reader;
    private final Features rarities = rarities();

    public KoreanEmbedder(KoreanWords words) {
        this.words = words;
        this.reader = new QueryReader(words);
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<Vector> embed(List<PrecedentText> texts) {
        return texts.stream().map(this::embed).toList();
    }

    private Vector embed(PrecedentText text) {
        if (text.traits().isEmpty()) {
            return embedOwnWords(text.words());
        }
        var features = new Features();
        addFeatures(features, text.words(), 1);
        addFeatures(features, text.details(), DETAILS);
        var vector = new float[DIMENSIONS];
        var part = new float[TRAIT_DIMENSIONS];
        text.traits().forEach((trait, label) -> addTrait(part, trait, label, 1));
        return placed(vector, part, features, TRAIT_SHARE);
    }

    /// Somebody's own words: what they say, what they probably meant, and the traits they name.
    private Vector embedOwnWords(String text) {
        var reading = reader.read(text);
        var features = new Features();
        addFeatures(features, reading.besides(), 1);
        reading.meant()
                .forEach(word -> features.add(Hashing.of(WORDS, word), MEANT * weight(word)));
        var part = new float[TRAIT_DIMENSIONS];
        reading.types()
                .forEach(type -> {
                    addTrait(part, Trait.BUSINESS_TYPE, type.name(), 1);
                    addTrait(part, Trait.INDUSTRY, type.industry().label(), 1);
                });
        reading.industries().forEach(each -> addTrait(part, Trait.INDUSTRY, each.label(), 1));
        reading.seasons().forEach(each -> addTrait(part, Trait.SEASON, each.label(), 1));
        return placed(new float[DIMENSIONS], part, features, NAMED_TRAIT_SHARE);
    }

    private Vector placed(float[] vector, float[] traits, Features features, double share) {
        var inTraits = Hashing.place(traits, vector, 0, Math.sqrt(share));
        var inWords = hashWords(vector, features, 1 - share);
        if (!inTraits && !inWords) {
            Hashing.add(vector, Hashing.of("", "nothing said"), 1);
        }
        return Vector.ofDirection(vector);
    }

    private static void addTrait(float[] part, Trait trait, String label, double share) {
        var weight = TRAIT_WEIGHTS.get(trait);
        if (weight != null) {
            Hashing.add(part, Hashing.of(trait.name(), label), share * weight);
        }
    }

    private static double weight(String word) {
        return word.startsWith("~") ? GROUP : WORD;
    }

    private void addFeatures(Features features, String text, double share) {
        if (text.isBlank()) {
            return;
        }
        for (var word : words.withGroups(text)) {
            features.add(Hashing.of(WORDS, word), share * weight(word));
        }
        var key = KoreanText.key(text);
        addRuns(features, PAIRS, key, 2, share * SYLLABLES);
        var letters = Normalizer.normalize(key, Normalizer.Form.NFD);
        addRuns(features, RUNS, letters, RUN_OF_LETTERS, share * LETTERS);
    }

    private static void addRuns(
            Features features, String kind, String text, int length, double weight) {
        for (var i = 0; i + length <= text.length(); i++) {
            features.add(Hashing.of(kind, text, i, i + length), weight);
        }
    }

    private boolean hashWords(float[] vector, Features features, double share) {
        var part = new float[DIMENSIONS - TRAIT_DIMENSIONS];
        features.forEach((feature, weight) -> {
            var rarity = rarities.weight(feature);
            Hashing.add(part, feature, rarity == 0 ? weight : weight * rarity);
        });
        return Hashing.place(part, vector, TRAIT_DIMENSIONS, Math.sqrt(share));
    }

    /// One line each: kind of feature, the feature, and its share of all texts.
    private static Features rarities() {
        var rarities = new Features();
        KoreanWords.lines("frequencies.tsv")
                .map(line -> line.split("\t"))
                .forEach(row ->
                        rarities.add(
                                Hashing.of(row[0], row[1]), rarity(Double.parseDouble(row[2]))));
        return rarities;
    }

    /// From 1 for what one text in a thousand says down to a tenth for what all say. Softened by
    /// the root, because the ways of taking part are common words and still what people ask for.
    private static double rarity(double share) {
        return Math.clamp(
                StrictMath.sqrt(StrictMath.log(1 / share) / StrictMath.log(1_000)), 0.1, 1);
    }
}
