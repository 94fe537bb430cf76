package kr.dangol.casebook.pinecone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.PrecedentFilter;
import org.jspecify.annotations.Nullable;

/// What Pinecone keeps of a case beside its vector, and how a filter asks for it. Values are texts,
/// numbers and truths; what is not known is left out. The wording of our owners' own events stays
/// with us: filters do not need it, and what is found is read from our database anyway.
final class Metadata {

    private Metadata() {}

    static PineconeApi.Item item(IndexEntry entry) {
        var precedent = entry.precedent();
        var fields = new HashMap<String, Object>();
        fields.put("origin", precedent.origin().name());
        fields.put("industry", precedent.industry().key());
        fields.put("business_type", precedent.businessType().name());
        fields.put("grade", precedent.grade().name());
        fields.put("has_outcome", precedent.hasOutcome());
        var region = precedent.region();
        var season = precedent.season();
        var cost = precedent.cost();
        var owner = precedent.owner();
        put(fields, "city", region == null ? null : region.city());
        put(fields, "district", region == null ? null : region.district());
        put(fields, "season", season == null ? null : season.name());
        put(fields, "budget", cost == null ? null : cost.amount());
        put(fields, "roi", precedent.roi());
        put(fields, "participants", precedent.participants());
        put(fields, "owner", owner == null ? null : owner.toString());
        if (precedent.origin() != Origin.OWN) {
            fields.put("title", precedent.title());
            fields.put("prize", precedent.prize());
            fields.put("participation", precedent.participation());
        }
        return new PineconeApi.Item(precedent.id().toString(), entry.vector(), fields);
    }

    /// Empty when everything passes. The industry is not among the conditions: it is the namespace.
    static Map<String, Object> filter(PrecedentFilter filter) {
        var conditions = new ArrayList<Map<String, Object>>();
        if (!filter.origins().isEmpty()) {
            var names = filter.origins().stream().map(Origin::name).sorted().toList();
            conditions.add(Map.of("origin", Map.of("$in", names)));
        }
        var grade = filter.grade();
        var owner = filter.owner();
        equal(conditions, "business_type", filter.businessType());
        equal(conditions, "city", filter.city());
        equal(conditions, "grade", grade == null ? null : grade.name());
        equal(conditions, "has_outcome", filter.hasOutcome());
        equal(conditions, "owner", owner == null ? null : owner.toString());
        var from = filter.costFrom();
        var to = filter.costTo();
        compare(conditions, "$gte", from == null ? null : from.amount());
        compare(conditions, "$lte", to == null ? null : to.amount());
        return conditions.isEmpty() ? Map.of() : Map.of("$and", conditions);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static void equal(
            List<Map<String, Object>> conditions, String field, @Nullable Object value) {
        if (value != null) {
            conditions.add(Map.of(field, Map.of("$eq", value)));
        }
    }

    private static void compare(
            List<Map<String, Object>> conditions, String operator, @Nullable Long amount) {
        if (amount != null) {
            conditions.add(Map.of("budget", Map.of(operator, amount)));
        }
    }
}
