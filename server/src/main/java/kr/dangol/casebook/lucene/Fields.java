package kr.dangol.casebook.lucene;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.PrecedentText.Trait;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Which fields a document has, and what a filter asks of them.
final class Fields {

    static final String ID = "id";
    static final String VECTOR = "vector";
    static final String WORDS = "words";
    static final String DETAILS = "details";
    static final String TRAITS = "traits";

    private static final String ORIGIN = "origin";
    private static final String INDUSTRY = "industry";
    private static final String TYPE = "type";
    private static final String CITY = "city";
    private static final String GRADE = "grade";
    private static final String OUTCOME = "outcome";
    private static final String OWNER = "owner";
    private static final String COST = "cost";

    private Fields() {}

    static Term term(PrecedentId id) {
        return new Term(ID, id.toString());
    }

    static Document document(IndexEntry entry, KoreanWords words) {
        var precedent = entry.precedent();
        var document = new Document();
        keep(document, ID, precedent.id().toString());
        document.add(new BinaryDocValuesField(ID, new BytesRef(precedent.id().toString())));
        keep(document, ORIGIN, precedent.origin().name());
        keep(document, INDUSTRY, precedent.industry().name());
        keep(document, TYPE, precedent.businessType().name());
        keep(document, GRADE, precedent.grade().name());
        keep(document, OUTCOME, String.valueOf(precedent.hasOutcome()));
        var region = precedent.region();
        keep(document, CITY, region == null ? null : region.city());
        var owner = precedent.owner();
        keep(document, OWNER, owner == null ? null : owner.toString());
        var cost = precedent.cost();
        if (cost != null) {
            document.add(new LongPoint(COST, cost.amount()));
        }
        var text = entry.text();
        addWords(document, WORDS, words.withGroups(text.words()));
        addWords(document, DETAILS, words.withGroups(text.details()));
        addWords(document, TRAITS, words.withGroups(telling(text)));
        document.add(
                new KnnFloatVectorField(
                        VECTOR, entry.vector().toArray(), VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static Query filter(PrecedentFilter filter) {
        var query = new BooleanQuery.Builder();
        query.add(new MatchAllDocsQuery(), Occur.FILTER);
        if (!filter.origins().isEmpty()) {
            var names = filter.origins().stream().map(each -> new BytesRef(each.name())).toList();
            query.add(new TermInSetQuery(ORIGIN, names), Occur.FILTER);
        }
        var industry = filter.industry();
        var grade = filter.grade();
        var outcome = filter.hasOutcome();
        var owner = filter.owner();
        require(query, INDUSTRY, industry == null ? null : industry.name());
        require(query, TYPE, filter.businessType());
        require(query, CITY, filter.city());
        require(query, GRADE, grade == null ? null : grade.name());
        require(query, OUTCOME, outcome == null ? null : outcome.toString());
        require(query, OWNER, owner == null ? null : owner.toString());
        requireCost(query, filter);
        return query.build();
    }

    private static void requireCost(BooleanQuery.Builder query, PrecedentFilter filter) {
        var from = filter.costFrom();
        var to = filter.costTo();
        if (from != null || to != null) {
            query.add(
                    LongPoint.newRangeQuery(
                            COST,
                            from == null ? Long.MIN_VALUE : from.amount(),
                            to == null ? Long.MAX_VALUE : to.amount()),
                    Occur.FILTER);
        }
    }

    private static void require(BooleanQuery.Builder query, String field, @Nullable String value) {
        if (value != null) {
            query.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    private static void keep(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.add(new StringField(field, value, Store.NO));
        }
    }

    private static void addWords(Document document, String field, List<String> words) {
        document.add(new TextField(field, new Words(words)));
    }

    /// The traits that are worth a ranking by words. Place and money are not: as words, "구" and
    /// "만원" would find nearly everything.
    static String telling(PrecedentText text) {
        return Stream.of(Trait.BUSINESS_TYPE, Trait.PURPOSE, Trait.SEASON, Trait.CHANNEL)
                .map(text.traits()::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
