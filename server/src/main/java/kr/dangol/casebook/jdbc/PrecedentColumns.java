package kr.dangol.casebook.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dangol.casebook.Precedent;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// Writes precedents column by column: one array per column makes a thousand rows one statement and
/// one round trip.
final class PrecedentColumns {

    private static final Map<String, Column> COLUMNS = columns();

    /// Wants an array under each column's name, and `revision` and `now`.
    static final String INSERT =
            "insert into casebook.precedents (%s, revision, created_at, sequence)\n"
                            .formatted(String.join(", ", COLUMNS.keySet()))
                    + "select %s, :revision, :now, nextval('casebook.changes')\n"
                            .formatted(joined(each -> each.name() + "::" + each.type()))
                    + "from unnest(%s) as fresh(%s)"
                            .formatted(
                                    joined(each -> ":" + each.name() + "::text[]"),
                                    String.join(", ", COLUMNS.keySet()));

    private PrecedentColumns() {}

    static Map<String, Object> of(List<Entry> entries) {
        var arrays = new LinkedHashMap<String, Object>();
        for (var column : COLUMNS.values()) {
            var values = new @Nullable String[entries.size()];
            for (var i = 0; i < values.length; i++) {
                var value = column.reader().apply(entries.get(i));
                values[i] = value == null ? null : value.toString();
            }
            arrays.put(column.name(), values);
        }
        return arrays;
    }

    private static Map<String, Column> columns() {
        var columns = new LinkedHashMap<String, Column>();
        add(columns, "id", "uuid", each -> each.id());
        add(columns, "origin", "text", each -> each.origin().name());
        add(columns, "title", "text", each -> each.title());
        add(columns, "prize", "text", each -> each.prize());
        add(columns, "participation", "text", each -> each.participation());
        add(columns, "industry", "text", each -> each.industry().name());
        add(columns, "business_type", "text", each -> each.businessType().name());
        add(columns, "city", "text", each -> part(each.region(), Region::city));
        add(columns, "district", "text", each -> part(each.region(), Region::district));
        add(columns, "held_on", "date", each -> each.date());
        add(columns, "season", "text", each -> part(each.season(), Enum::name));
        add(columns, "purpose", "text", each -> part(each.purpose(), Enum::name));
        add(columns, "channel", "text", each -> part(each.channel(), Enum::name));
        add(columns, "cost", "bigint", each -> part(each.cost(), won -> won.amount()));
        add(columns, "participants", "integer", each -> each.participants());
        add(columns, "roi", "integer", each -> each.roi());
        add(columns, "grade", "text", each -> each.grade().name());
        add(columns, "store_key", "text", each -> each.storeKey());
        add(columns, "owner", "uuid", each -> each.owner());
        add(columns, "source", "text", each -> each.source());
        put(columns, new Column("digest", "uuid", Entry::digest));
        put(columns, new Column("figures_digest", "uuid", Entry::figuresDigest));
        put(columns, new Column("import_id", "uuid", Entry::importId));
        return columns;
    }

    private static void add(
            Map<String, Column> columns,
            String name,
            String type,
            Function<Precedent, @Nullable Object> reader) {
        put(columns, new Column(name, type, entry -> reader.apply(entry.precedent())));
    }

    private static void put(Map<String, Column> columns, Column column) {
        columns.put(column.name(), column);
    }

    private static <T> @Nullable Object part(
            @Nullable T whole, Function<T, @Nullable Object> part) {
        return whole == null ? null : part.apply(whole);
    }

    private static String joined(Function<Column, String> words) {
        return COLUMNS.values().stream().map(words).collect(Collectors.joining(", "));
    }

    /// A column, its type in the database, and where its value comes from.
    private record Column(String name, String type, Function<Entry, @Nullable Object> reader) {}
}
