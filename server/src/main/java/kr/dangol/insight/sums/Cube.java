package kr.dangol.insight.sums;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Sums by day for every combination of some dimensions, `*` standing for all of one: whatever is
/// asked for stands in one row a day, so that an answer does not depend on how much happened. The
/// same sums stand by month beside them, in a row of the month's first day, so that a year told
/// apart by region is read from some hundred rows and not from thousands.
public final class Cube<C extends Enum<C>> {

    /// All of a dimension.
    public static final String ALL = "*";

    private final JdbcClient jdbc;
    private final Class<C> columns;
    private final List<String> dimensions;
    private final String dayTable;
    private final String monthTable;

    /// The sums stand in two tables whose names begin like this.
    public Cube(JdbcClient jdbc, String tables, Class<C> columns, List<String> dimensions) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.dimensions = List.copyOf(dimensions);
        this.dayTable = tables + "_day";
        this.monthTable = tables + "_month";
    }

    /// Adds to a cell and to all sums it is part of. Rows are always touched in the same order, the
    /// month's before the day's, so that two who add at once wait for each other and never both
    /// ways, even where one moves something from a day to another.
    public void add(LocalDate day, List<String> cell, Tally<C> change) {
        if (change.isZero()) {
            return;
        }
        bind(jdbc.sql(upsert(monthTable)), day.withDayOfMonth(1), cell, change).update();
        bind(jdbc.sql(upsert(dayTable)), day, cell, change).update();
    }

    /// Whoever adds waits until the caller's transaction ends.
    public void lock() {
        jdbc.sql("lock table %s, %s in exclusive mode".formatted(monthTable, dayTable)).update();
    }

    /// Puts these sums in the place of all of a day, within the caller's transaction, which has
    /// locked before it counted. The month has to be counted again afterwards.
    public void replace(LocalDate day, Map<List<String>, Tally<C>> cells) {
        replace(dayTable, day, cells);
    }

    /// Counts a month again from its days, within the caller's transaction.
    public void recount(YearMonth month) {
        lock();
        var span = Span.of(month);
        var cells = new HashMap<List<String>, Tally<C>>();
        jdbc.sql(days(Map.of(), dimensions))
                .param("from", span.from())
                .param("until", span.until())
                .query(row -> {
                    cells.computeIfAbsent(key(row, dimensions), _ -> new Tally<>(columns))
                            .add(tally(row));
                });
        replace(monthTable, month.atDay(1), cells);
    }

    private void replace(String table, LocalDate day, Map<List<String>, Tally<C>> cells) {
        var sums = new HashMap<List<String>, Tally<C>>();
        cells.forEach((cell, tally) ->
                combinations(cell)
                        .forEach(each ->
                                sums.computeIfAbsent(each, _ -> new Tally<>(columns)).add(tally)));
        jdbc.sql("delete from " + table + " where day = :day").param("day", day).update();
        var insert = insert(table);
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
        jdbc.sql(days(wanted, List.of()))
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
        whole(
                span,
                wanted,
                List.of(),
                row -> {
                    total.add(tally(row));
                });
        return total;
    }

    /// The sums of a span for each value of a dimension.
    public Map<String, Tally<C>> by(String dimension, Span span, Map<String, String> wanted) {
        var groups = new TreeMap<String, Tally<C>>();
        whole(
                span,
                wanted,
                List.of(dimension),
                row -> {
                    groups.computeIfAbsent(row.getString(dimension), _ -> new Tally<>(columns))
                            .add(tally(row));
                });
        return groups;
    }

    /// Reads the rows whose sum is that of a span: of its whole months, and of the days outside.
    private void whole(
            Span span, Map<String, String> wanted, List<String> by, RowCallbackHandler row) {
        var none = span.until();
        var firstMonth = span.wholeMonths().map(Span::from).orElse(none);
        var afterMonths = span.wholeMonths().map(Span::until).orElse(none);
        var cells = where(wanted, by);
        jdbc.sql(
                        """
                        select * from %s where day >= :firstMonth and day < :afterMonths%s
                        union all
                        select * from %s where day >= :from and day < :firstMonth%s
                        union all
                        select * from %s where day >= :afterMonths and day < :until%s
                        """
                                .formatted(monthTable, cells, dayTable, cells, dayTable, cells))
                .param("from", span.from())
                .param("firstMonth", firstMonth)
                .param("afterMonths", afterMonths)
                .param("until", span.until())
                .params(wanted)
                .query(row);
    }

    /// The sums of each day of a span for each combination of these dimensions.
    public Map<LocalDate, Map<List<String>, Tally<C>>> byDayAnd(List<String> by, Span span) {
        var days = new TreeMap<LocalDate, Map<List<String>, Tally<C>>>();
        jdbc.sql(days(Map.of(), by) + " order by " + String.join(", ", by))
                .param("from", span.from())
                .param("until", span.until())
                .query(row -> {
                    days.computeIfAbsent(
                                    row.getObject("day", LocalDate.class),
                                    _ -> new LinkedHashMap<>())
                            .put(key(row, by), tally(row));
                });
        return days;
    }

    private static List<String> key(ResultSet row, List<String> by) throws SQLException {
        var key = new ArrayList<String>();
        for (var dimension : by) {
            key.add(row.getString(dimension));
        }
        return List.copyOf(key);
    }

    private String days(Map<String, String> wanted, List<String> by) {
        return "select * from %s where day >= :from and day < :until%s"
                .formatted(dayTable, where(wanted, by));
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
