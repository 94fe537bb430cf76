package kr.dangol.casebook.lucene;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.PrecedentText.Trait;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// Which fields a document has.
final class Fields {

    static final String ID = "id";
    static final String COST = "cost";
    static final String WORDS = "words";
    static final String DETAILS = "details";
    static final String TRAITS = "traits";

    private Fields() {}

    static Term term(PrecedentId id) {
        return new Term(ID, bytes(id));
    }

    static Document document(IndexEntry entry, KoreanWords words) {
        var precedent = entry.precedent();
        var document = new Document();
        document.add(new StringField(ID, bytes(precedent.id()), Store.NO));
        document.add(new BinaryDocValuesField(ID, bytes(precedent.id())));
        for (var label : Label.values()) {
            var value = label.of(precedent);
            if (value != null) {
                document.add(new SortedDocValuesField(label.field(), new BytesRef(value)));
            }
        }
        var cost = precedent.cost();
        if (cost != null) {
            document.add(new NumericDocValuesField(COST, cost.amount()));
        }
        var text = entry.text();
        addWords(document, WORDS, words.withGroups(text.words()));
        addWords(document, DETAILS, words.withGroups(text.details()));
        addWords(document, TRAITS, telling(text));
        document.add(
                new KnnFloatVectorField(
                        VectorField.of(precedent.industry(), cost).fieldName(),
                        entry.vector().toArray(),
                        VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static PrecedentId id(BytesRef bytes) {
        var both = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new PrecedentId(new UUID(both.getLong(), both.getLong()));
    }

    private static BytesRef bytes(PrecedentId id) {
        var both = ByteBuffer.allocate(2 * Long.BYTES);
        both.putLong(id.value().getMostSignificantBits());
        both.putLong(id.value().getLeastSignificantBits());
        return new BytesRef(both.array());
    }

    private static void addWords(Document document, String field, List<String> words) {
        document.add(new TextField(field, new Words(words)));
    }

    /// The traits that somebody's own words may name, each as one word.
    static List<String> telling(PrecedentText text) {
        return TELLING.stream()
                .filter(text.traits()::containsKey)
                .map(trait -> word(trait, Objects.requireNonNull(text.traits().get(trait))))
                .toList();
    }

    static String word(Trait trait, String label) {
        return trait.name() + " " + label;
    }

    private static final List<Trait> TELLING =
            List.of(Trait.BUSINESS_TYPE, Trait.INDUSTRY, Trait.SEASON);
}
