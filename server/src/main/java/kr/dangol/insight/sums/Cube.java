package kr.dangol.insight.sums;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// A table of sums by day for every combination of its dimensions, `*` standing for all of one:
/// whatever is asked for stands in one row a day, so that an answer does not depend on how much
/// happened.
public final class Cube<C extends Enum<C>> {

    /// All of a dimension.
    public static final String ALL = "*";

    private final JdbcClient jdbc;
    private final Class<C> columns;
    private final List<String> dimensions;
    private final String table;
    private final String upsert;
    private final String insert;
    private final String select;

    public Cube(JdbcClient jdbc, String table, Class<C> columns, List<String> dimensions) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.dimensions = List.copyOf(dimensions);
        this.table = table;
        this.upsert = upsert(table);
        this.insert = insert(table);
        this.select = "select * from " + table + " where day >= :from and day < :until";
    }

    /// Adds to a cell and to all sums it is part of. Rows are always touched in the same order, so
    /// that two who add at once wait for each other and never both ways.
    public void add(LocalDate day, List<String> cell, Tally<C> change) {
        if (change.isZero()) {
            return;
        }
        bind(jdbc.sql(upsert), day, cell, change).update();
    }

    /// Whoever adds waits until the caller's transaction ends.
    public void lock() {
        jdbc.sql("lock table " + table + " in exclusive mode").update();
    }

    /// Puts these sums in the place of all of a day, within the caller's transaction, which has
    /// locked before it counted.
    public void replace(LocalDate day, Map<List<String>, Tally<C>> cells) {
        var sums = new HashMap<List<String>, Tally<C>>();
        cells.forEach((cell, tally) ->
                combinations(cell)
                        .forEach(each ->
                                sums.computeIfAbsent(each, _ -> new Tally<>(columns)).add(tally)));
        jdbc.sql("delete from " + table + " where day = :day").param("day", day).update();
        sums.forEach((cell, tally) -> bind(jdbc.sql(insert), day, cell, tally).update());
    }

    /// A cell and all sums it is part of.
    private static List<List<String>> combinations(List<String> cell) {
        var all = List.of(List.<String>of());
        for (var value : cell) {
            var longer = new ArrayList<List<String>>();
            for (var prefix : all) {
                for (var each : List.of(ALL, value)) {
                    var next = new ArrayList<>(prefix);
                    next.add(each);
                    longer.add(List.copyOf(next));
                }
            }
            all = longer;
        }
        return all;
    }

    private StatementSpec bind(
            StatementSpec statement, LocalDate day, List<String> cell, Tally<C> tally) {
        var bound = statement.param("day", day).param("classes", tally.classes());
        for (var column : columns.getEnumConstants()) {
            bound = bound.param(name(column), tally.get(column));
        }
        for (var i = 0; i < dimensions.size(); i++) {
            bound = bound.param(dimensions.get(i), cell.get(i));
        }
        return bound;
    }

    /// The sums of each day of a span on which there are any. A dimension that is not wanted
    /// narrower is summed over.
    public NavigableMap<LocalDate, Tally<C>> byDay(Span span, Map<String, String> wanted) {
        var days = new TreeMap<LocalDate, Tally<C>>();
        jdbc.sql(select + where(wanted, List.of()))
                .param("from", span.from())
                .param("until", span.until())
                .params(wanted)
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), tally(row));
                });
        return days;
    }

    public Tally<C> total(Span span, Map<String, String> wanted) {
        var total = new Tally<>(columns);
        byDay(span, wanted).values().forEach(total::add);
        return total;
    }

    /// The sums of a span for each value of a dimension.
    public Map<String, Tally<C>> by(String dimension, Span span, Map<String, String> wanted) {
        var groups = new TreeMap<String, Tally<C>>();
        jdbc.sql(select + where(wanted, List.of(dimension)))
                .param("from", span.from())
                .param("until", span.until())
                .params(wanted)
                .query(row -> {
                    groups.computeIfAbsent(row.getString(dimension), _ -> new Tally<>(columns))
                            .add(tally(row));
                });
        return groups;
    }

    /// The sums of each day of a span for each combination of these dimensions.
    public Map<LocalDate, Map<List<String>, Tally<C>>> byDayAnd(List<String> by, Span span) {
        var days = new TreeMap<LocalDate, Map<List<String>, Tally<C>>>();
        jdbc.sql(select + where(Map.of(), by) + " order by " + String.join(", ", by))
                .param("from", span.from())
                .param("until", span.until())
                .query(row -> {
                    var key = new ArrayList<String>();
                    for (var dimension : by) {
                        key.add(row.getString(dimension));
                    }
                    days.computeIfAbsent(
                                    row.getObject("day", LocalDate.class),
                                    _ -> new LinkedHashMap<>())
                            .put(List.copyOf(key), tally(row));
                });
        return days;
    }

    private String where(Map<String, String> wanted, List<String> by) {
        return dimensions.stream()
                .map(dimension -> {
                    if (wanted.containsKey(dimension)) {
                        return " and " + dimension + " = :" + dimension;
                    }
                    return " and " + dimension + (by.contains(dimension) ? " <> '*'" : " = '*'");
                })
                .collect(Collectors.joining());
    }

    private Tally<C> tally(ResultSet row) throws SQLException {
        var tally = new Tally<>(columns);
        for (var column : columns.getEnumConstants()) {
            tally.add(column, row.getLong(name(column)));
        }
        return tally.addClasses(longs(row.getArray("classes")), 1);
    }

    private static long[] longs(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray()).mapToLong(Long::longValue).toArray();
    }

    private String insert(String into) {
        var names = new ArrayList<>(dimensions);
        names.addAll(Stream.of(columns.getEnumConstants()).map(Cube::name).toList());
        names.addAll(List.of("day", "classes"));
        return "insert into %s (%s) values (:%s)"
                .formatted(into, String.join(", ", names), String.join(", :", names));
    }

    private String upsert(String into) {
        var sums = Stream.of(columns.getEnumConstants()).map(Cube::name).toList();
        var keys = String.join(", ", dimensions);
        return "insert into %s as t (%s, day, %s, classes) select %s, :day, %s, :classes from %s order by %s on conflict (%s, day) do update set %s, classes = insight.plus(t.classes, excluded.classes)"
                .formatted(
                        into,
                        keys,
                        String.join(", ", sums),
                        keys,
                        sums.stream().map(each -> ":" + each).collect(Collectors.joining(", ")),
                        dimensions.stream()
                                .map(each ->
                                        "unnest(array['*', :%s]) as %s_of (%s)"
                                                .formatted(each, each, each))
                                .collect(Collectors.joining(" cross join ")),
                        keys,
                        keys,
                        sums.stream()
                                .map(each -> "%s = t.%s + excluded.%s".formatted(each, each, each))
                                .collect(Collectors.joining(", ")));
    }

    private static String name(Enum<?> column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
