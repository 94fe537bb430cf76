package kr.dangol.recommendation.claude;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.shared.Slot;

/// The schema of the answer: one flat object whose required keys are the wanted slots, so that six
/// plans need not be counted, with the trends last. The vendor writes keys in the order of the
/// schema. Everything is required and nothing is a union: the smallest grammar there is.
final class PlanSchema {

    static final String TRENDS = "trends";
    static final List<String> TREND_KEYS = List.of("industry", "location", "season");

    private PlanSchema() {}

    static Map<String, Object> of(Collection<Slot> wanted, boolean withTrends) {
        var properties = new LinkedHashMap<String, Object>();
        // In the enum's order whatever the collection: the grammar stays the same one and cached.
        Arrays.stream(Slot.values())
                .filter(wanted::contains)
                .forEach(slot -> properties.put(slot.key(), Map.of("$ref", "#/$defs/plan")));
        if (withTrends) {
            properties.put(TRENDS, object(strings(TREND_KEYS)));
        }
        var schema = object(properties);
        schema.put("$defs", Map.of("plan", object(planFields())));
        return schema;
    }

    private static Map<String, Object> planFields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", Map.of("type", "string"));
        fields.put("prize", Map.of("type", "string"));
        fields.put("unitPrice", Map.of("type", "integer"));
        fields.put("winners", Map.of("type", "integer"));
        fields.put("days", Map.of("type", "integer"));
        fields.put("cost", Map.of("type", "integer"));
        fields.put("participation", Map.of("type", "string"));
        return fields;
    }

    private static Map<String, Object> strings(List<String> names) {
        var fields = new LinkedHashMap<String, Object>();
        names.forEach(name -> fields.put(name, Map.of("type", "string")));
        return fields;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("required", List.copyOf(properties.keySet()));
        object.put("properties", properties);
        return object;
    }
}
