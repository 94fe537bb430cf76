package kr.dangol.casebook.cleaning;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which column stands where. All twelve must be there, two more may be, in any order.
final class Header {

    static final List<String> REQUIRED =
            List.of(
                    "title",
                    "prize",
                    "participation",
                    "business_type",
                    "address",
                    "date",
                    "purpose",
                    "type",
                    "cost",
                    "participants",
                    "roi",
                    "source");

    private static final Set<String> OPTIONAL = Set.of("store", "grade");

    private final Map<String, Integer> places = new HashMap<>();

    private Header(List<String> names) {
        for (var i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
    }

    static Header of(List<String> names) {
        var header = new Header(names);
        var missing = REQUIRED.stream().filter(each -> !header.places.containsKey(each)).toList();
        if (!missing.isEmpty()) {
            throw ImportRefused.withoutColumns(String.join(", ", missing));
        }
        var unknown = new TreeSet<>(header.places.keySet());
        REQUIRED.forEach(unknown::remove);
        unknown.removeAll(OPTIONAL);
        if (!unknown.isEmpty() || header.places.size() != names.size()) {
            throw ImportRefused.withUnknownColumns(
                    unknown.isEmpty() ? "중복된 열" : String.join(", ", unknown));
        }
        return header;
    }

    int columns() {
        return places.size();
    }

    /// The value of a column; empty where the file has no such column.
    String value(List<String> values, String column) {
        var place = places.get(column);
        return place == null ? "" : values.get(place);
    }
}
