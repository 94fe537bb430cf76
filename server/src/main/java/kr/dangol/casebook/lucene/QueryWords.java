package kr.dangol.casebook.lucene;

import java.util.HashMap;
import java.util.Map;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.korean.QueryReader;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.PrecedentText.Trait;
import org.apache.lucene.index.Term;

/// The words that a question looks for, and how much each counts. The weights are those that did
/// best on the graded questions (`benchmarks/run retrieval`).
final class QueryWords {

    private static final float IN_WORDS = 1.0f;
    private static final float IN_DETAILS = 1.0f;

    /// A word that was probably meant may not have been.
    private static final float MEANT = 0.7f;

    private static final float TYPE = 2.0f;
    private static final float INDUSTRY = 0.3f;
    private static final float SEASON = 1.0f;

    private final KoreanWords words;
    private final QueryReader reader;

    QueryWords(KoreanWords words) {
        this.words = words;
        this.reader = new QueryReader(words);
    }

    Map<Term, Float> weigh(PrecedentText text) {
        var terms = new HashMap<Term, Float>();
        if (text.traits().isEmpty()) {
            weighOwnWords(text.words(), terms);
        } else {
            weighWish(text, terms);
        }
        return terms;
    }

    /// The traits of a question that states them are the vector's business: nearly every case
    /// shares some, so that as words they would cost much and tell little. Only the trade keeps a
    /// wish from leading elsewhere.
    private void weighWish(PrecedentText text, Map<Term, Float> terms) {
        words.withGroups(text.words()).forEach(word -> addWord(terms, word, 1));
        var type = text.traits().get(Trait.BUSINESS_TYPE);
        if (type != null && !terms.isEmpty()) {
            addTrait(terms, Trait.BUSINESS_TYPE, type);
        }
    }

    private void weighOwnWords(String text, Map<Term, Float> terms) {
        var reading = reader.read(text);
        reading.words().forEach(word -> addWord(terms, word, 1));
        reading.meant().forEach(word -> addWord(terms, word, MEANT));
        reading.types()
                .forEach(type -> {
                    addTrait(terms, Trait.BUSINESS_TYPE, type.name());
                    addTrait(terms, Trait.INDUSTRY, type.industry().label());
                });
        reading.industries().forEach(each -> addTrait(terms, Trait.INDUSTRY, each.label()));
        reading.seasons().forEach(each -> addTrait(terms, Trait.SEASON, each.label()));
    }

    private static void addWord(Map<Term, Float> terms, String word, float weight) {
        terms.merge(new Term(Fields.WORDS, word), weight * IN_WORDS, Math::max);
        terms.merge(new Term(Fields.DETAILS, word), weight * IN_DETAILS, Math::max);
    }

    private static void addTrait(Map<Term, Float> terms, Trait trait, String label) {
        var weight =
                switch (trait) {
                    case BUSINESS_TYPE -> TYPE;
                    case INDUSTRY -> INDUSTRY;
                    default -> SEASON;
                };
        terms.put(new Term(Fields.TRAITS, Fields.word(trait, label)), weight);
    }
}
