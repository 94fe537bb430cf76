package kr.dangol.casebook.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.casebook.wording.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where bare cases meet those of nearly their words. The keys follow the book by its change
/// numbers: whoever asks brings them up to date first, whether a thousand cases are missing or all
/// of them, as after a crash of the database, which empties these tables and costs nothing else.
///
/// Keys are spread evenly, so each lands on a page of its own. In a table with a log, whole pages
/// were most of what a collected case wrote.
@Repository
class WordingKeys {

    private static final int SLICE = 5_000;

    /// A few are enough to tell a near duplicate; what everybody says leads to everybody.
    private static final int MOST_MET = 20;

    private static final List<Integer> BANDS =
            IntStream.rangeClosed(1, Wording.BANDS).boxed().toList();

    private static final String MET =
            joined(
                    " union all ",
                    """
                    select wanted.key, met.precedent_id, met.prize from unnest(:key_%1$d) as wanted(key)
                    cross join lateral (
                        select precedent_id, prize from casebook.wording_keys
                        where key_%1$d = wanted.key limit %2$d) met
                    """);

    private static final String ADD =
            "insert into casebook.wording_keys select * from unnest(:ids, :prizes, "
                    + joined(", ", ":key_%d")
                    + ")";

    /// One by one: a planner that thinks a thousand look-ups dearer than the table reads all of it.
    private static final String WORDS =
            """
            select p.* from unnest(:ids) as wanted(id)
            cross join lateral (
                select id, title, prize, participation from casebook.precedents
                where id = wanted.id limit 1) p
            """;

    private static final String BARE =
            """
            select id, figures_digest, title, prize, participation from casebook.precedents
            where sequence > :reach and sequence <= :end and held_on is null and store_key is null
              and participants is null and roi is null
            """;

    private final JdbcClient jdbc;

    WordingKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which wordings stand in the book under the keys of these bare cases. Wants the writer lock.
    Map<Long, List<Wording>> meet(List<Entry> entries) {
        if (entries.isEmpty()) {
            return new HashMap<>();
        }
        follow();
        var askers = new HashMap<Long, List<Wording>>();
        for (var entry : entries) {
            entry.meetings().forEach(key -> add(askers, key, entry.wording()));
        }
        return wordings(listMet(entries, askers));
    }

    /// Who is met under which keys; only those whose prize is nearly the asker's.
    private Map<UUID, List<Long>> listMet(List<Entry> entries, Map<Long, List<Wording>> askers) {
        var met = new HashMap<UUID, List<Long>>();
        jdbc.sql(MET)
                .params(columns(entries.stream().map(Entry::meetings).toList()))
                .query(row -> {
                    var key = row.getLong("key");
                    var prize = row.getString("prize");
                    if (askers.getOrDefault(key, List.of()).stream()
                            .anyMatch(asker -> asker.isPrizeNear(prize))) {
                        add(met, row.getObject("precedent_id", UUID.class), key);
                    }
                });
        return met;
    }

    private Map<Long, List<Wording>> wordings(Map<UUID, List<Long>> keysOfMet) {
        var wordings = new HashMap<Long, List<Wording>>();
        jdbc.sql(WORDS)
                .param("ids", keysOfMet.keySet().toArray(UUID[]::new))
                .query(row -> {
                    var wording = wording(row);
                    keysOfMet
                            .getOrDefault(row.getObject("id", UUID.class), List.of())
                            .forEach(key -> add(wordings, key, wording));
                });
        return wordings;
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return Wording.of(
                row.getString("title"), row.getString("prize"), row.getString("participation"));
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private void follow() {
        while (isBehind()) {
            followSlice();
        }
    }

    boolean isBehind() {
        return reach() < lastChange();
    }

    /// Takes in some of the changes that came. Wants the writer lock.
    void followSlice() {
        var reach = reach();
        var end = Math.min(reach + SLICE, lastChange());
        add(listBare(reach, end));
        if (Long.highestOneBit(end) > reach) {
            lookAtAnew();
        }
        moveTo(end);
    }

    private record Bare(UUID id, UUID figures, Wording wording) {

        List<Long> meetings() {
            return wording.meetings(figures.getMostSignificantBits());
        }
    }

    private List<Bare> listBare(long reach, long end) {
        return jdbc.sql(BARE)
                .param("reach", reach)
                .param("end", end)
                .query((row, _) ->
                        new Bare(
                                row.getObject("id", UUID.class),
                                row.getObject("figures_digest", UUID.class),
                                wording(row)))
                .list();
    }

    private void add(List<Bare> fresh) {
        if (!fresh.isEmpty()) {
            jdbc.sql(ADD)
                    .param("ids", fresh.stream().map(Bare::id).toArray(UUID[]::new))
                    .param(
                            "prizes",
                            fresh.stream()
                                    .map(each -> each.wording().prize())
                                    .toArray(String[]::new))
                    .params(columns(fresh.stream().map(Bare::meetings).toList()))
                    .update();
        }
    }

    /// Whenever the book may have doubled: the planner takes a key of which it knows nothing for
    /// one of two hundred, and reads the whole table for it.
    private void lookAtAnew() {
        jdbc.sql("analyze casebook.wording_keys").update();
    }

    private long lastChange() {
        return jdbc.sql("select coalesce(max(sequence), 0) from casebook.precedents")
                .query(Long.class)
                .single();
    }

    private long reach() {
        return jdbc.sql("select sequence from casebook.wording_reach")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void moveTo(long sequence) {
        jdbc.sql(
                        """
                        insert into casebook.wording_reach (sequence) values (:sequence)
                        on conflict (only_row) do update set sequence = excluded.sequence
                        """)
                .param("sequence", sequence)
                .update();
    }

    /// The keys of each band by themselves.
    private static Map<String, Object> columns(Collection<List<Long>> meetings) {
        return BANDS.stream()
                .collect(
                        Collectors.toMap(
                                band -> "key_" + band,
                                band ->
                                        meetings.stream()
                                                .map(each -> each.get(band - 1))
                                                .toArray(Long[]::new)));
    }

    private static String joined(String between, String words) {
        return BANDS.stream()
                .map(band -> words.formatted(band, MOST_MET))
                .collect(Collectors.joining(between));
    }
}
