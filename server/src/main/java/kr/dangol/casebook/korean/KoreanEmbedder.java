package kr.dangol.casebook.korean;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.search.Embedder;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.PrecedentText.Trait;
import kr.dangol.casebook.search.Vector;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.KoreanText;
import kr.dangol.shared.Season;

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
/// frequency. A text without traits gets those that its words name.
public final class KoreanEmbedder implements Embedder {

    private static final String MODEL = "dangol-korean-1";
    private static final int DIMENSIONS = 256;
    private static final int TRAIT_DIMENSIONS = 64;

    /// Traits decide between trades, words between ideas; both parts count about the same.
    private static final double TRAIT_SHARE = 0.55;

    /// Traits that we only read out of words say the same once more.
    private static final double NAMED_TRAIT_SHARE = 0.25;

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
    private static final double SYLLABLES = 0.40;
    private static final double LETTERS = 0.20;
    static final int RUN_OF_LETTERS = 5;

    /// How a customer takes part says less about what an event is than its title and prize.
    private static final double DETAILS = 0.45;

    private final KoreanWords words;
    private final Features rarities = rarities();

    public KoreanEmbedder(KoreanWords words) {
        this.words = words;
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
        var isNamed = text.traits().isEmpty();
        var traits = isNamed ? named(text.words()) : text.traits();
        var share = isNamed ? NAMED_TRAIT_SHARE : TRAIT_SHARE;
        var vector = new float[DIMENSIONS];
        var inTraits = hashTraits(vector, traits, share);
        var inWords = hashWords(vector, features(text), 1 - share);
        if (!inTraits && !inWords) {
            Hashing.add(vector, Hashing.of("", "nothing said"), 1);
        }
        return Vector.ofDirection(vector);
    }

    private Features features(PrecedentText text) {
        var features = new Features();
        addFeatures(features, text.words(), 1);
        addFeatures(features, text.details(), DETAILS);
        return features;
    }

    private void addFeatures(Features features, String text, double share) {
        if (text.isBlank()) {
            return;
        }
        for (var word : words.withGroups(text)) {
            var weight = word.startsWith("~") ? GROUP : WORD;
            features.add(Hashing.of(WORDS, word), share * weight);
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

    private static boolean hashTraits(float[] vector, Map<Trait, String> traits, double share) {
        var part = new float[TRAIT_DIMENSIONS];
        for (var trait : TRAIT_WEIGHTS.entrySet()) {
            var label = traits.get(trait.getKey());
            if (label != null) {
                Hashing.add(part, Hashing.of(trait.getKey().name(), label), trait.getValue());
            }
        }
        return Hashing.place(part, vector, 0, Math.sqrt(share));
    }

    private boolean hashWords(float[] vector, Features features, double share) {
        var part = new float[DIMENSIONS - TRAIT_DIMENSIONS];
        features.forEach((feature, weight) -> {
            var rarity = rarities.weight(feature);
            Hashing.add(part, feature, rarity == 0 ? weight : weight * rarity);
        });
        return Hashing.place(part, vector, TRAIT_DIMENSIONS, Math.sqrt(share));
    }

    /// The traits that somebody's own words name: a trade, a season.
    private Map<Trait, String> named(String text) {
        var traits = new EnumMap<Trait, String>(Trait.class);
        var candidates = new LinkedHashSet<>(words.of(text));
        candidates.addAll(List.of(text.split(" ")));
        for (var word : candidates) {
            BusinessTypes.find(word)
                    .ifPresent(type -> {
                        traits.putIfAbsent(Trait.BUSINESS_TYPE, type.name());
                        traits.putIfAbsent(Trait.INDUSTRY, type.industry().label());
                    });
            for (var season : Season.values()) {
                if (season.label().equals(word)) {
                    traits.putIfAbsent(Trait.SEASON, word);
                }
            }
        }
        return traits;
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
