package kr.dangol.casebook.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.wording.Wording;
import kr.dangol.platform.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// All precedents, excluded ones too. Whoever writes holds the writer lock until the transaction
/// ends; see the sequence in the migration for why.
@Repository
public class Precedents {

    /// An arbitrary number that no other module uses for its advisory lock.
    private static final long WRITER_LOCK = 0x63617365626f6f6bL;

    private static final int FETCH_SIZE = 500;

    private static final String KEEP_EXISTING = PrecedentColumns.INSERT + " on conflict do nothing";

    private static final String REPLACE_OLDER =
            PrecedentColumns.INSERT
                    + """
                     on conflict (id) do update set title = excluded.title, prize = excluded.prize,
                        participation = excluded.participation, industry = excluded.industry,
                        business_type = excluded.business_type, city = excluded.city,
                        district = excluded.district, held_on = excluded.held_on,
                        season = excluded.season, purpose = excluded.purpose,
                        channel = excluded.channel, cost = excluded.cost,
                        participants = excluded.participants, roi = excluded.roi,
                        grade = excluded.grade, store_key = excluded.store_key,
                        revision = excluded.revision, sequence = excluded.sequence
                    where precedents.revision < excluded.revision
                    """;

    /// Row by row, since a planner that counts a thousand look-ups as dearer than the whole table
    /// reads a growing book again for every batch.
    private static final String SAME =
            """
            select p.* from unnest(:digests, :ids) as wanted(digest, id)
            cross join lateral (
                (select id, digest from casebook.precedents where digest = wanted.digest limit 1)
                union all
                (select id, digest from casebook.precedents where id = wanted.id limit 1)) p
            """;

    /// A few are enough to tell a near duplicate; a book of one wording must not be read whole.
    private static final String OF_FIGURES =
            """
            select figures_digest, title, prize, participation
            from unnest(:figures) as wanted(figures)
            cross join lateral (
                select figures_digest, title, prize, participation
                from casebook.precedents where figures_digest = wanted.figures
                order by sequence desc limit 20) rows
            """;

    /// Comparable: the same business type and size of budget, or, where these are fewer than 30,
    /// the same industry and size of budget. Samples and ideas neither judge nor are judged.
    private static final String OUTLIERS =
            """
            with measured as (
                select id, industry, business_type, roi,
                       case when cost <= 500000 then 1 when cost <= 2000000 then 2 else 3 end as size
                from casebook.precedents
                where origin in ('IMPORT', 'COLLECTED', 'OWN') and grade <> 'NONE'
                  and roi is not null and cost is not null
                  and (exclusion is null or exclusion = 'OUTLIER')),
            types as (
                select business_type, size,
                       percentile_cont(0.25) within group (order by roi) as q1,
                       percentile_cont(0.75) within group (order by roi) as q3
                from measured group by business_type, size having count(*) >= 30),
            industries as (
                select industry, size,
                       percentile_cont(0.25) within group (order by roi) as q1,
                       percentile_cont(0.75) within group (order by roi) as q3
                from measured group by industry, size having count(*) >= 30),
            judged as (
                select m.id, m.roi, coalesce(t.q1, i.q1) as q1, coalesce(t.q3, i.q3) as q3
                from measured m
                left join types t on t.business_type = m.business_type and t.size = m.size
                left join industries i on i.industry = m.industry and i.size = m.size),
            verdicts as (
                select id, case when roi < q1 - 1.5 * (q3 - q1) or roi > q3 + 1.5 * (q3 - q1)
                                then 'OUTLIER' end as verdict
                from judged where q1 is not null),
            changed as (
                update casebook.precedents p
                set exclusion = v.verdict, sequence = nextval('casebook.changes')
                from verdicts v
                where v.id = p.id and p.origin in ('IMPORT', 'COLLECTED')
                  and p.exclusion is distinct from v.verdict
                returning p.import_id, p.exclusion)
            select count(*) from changed where import_id = :import and exclusion = 'OUTLIER'
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final ApplicationEventPublisher listeners;
    private final WordingKeys wordingKeys;

    Precedents(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock,
            ApplicationEventPublisher listeners,
            WordingKeys wordingKeys) {
        this.wordingKeys = wordingKeys;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.listeners = listeners;
    }

    /// Stores what is not there yet, by id or by content, and tells how many that were.
    @Transactional
    public int addAll(List<Entry> entries) {
        return insert(KEEP_EXISTING, entries, 0);
    }

    /// Stores an owner's event, or a later revision of it. False when this revision or a later one
    /// is there already.
    @Transactional
    public boolean put(Precedent precedent, int revision) {
        return insert(REPLACE_OLDER, List.of(Entry.of(precedent)), revision) > 0;
    }

    private int insert(String statement, List<Entry> entries, int revision) {
        if (entries.isEmpty()) {
            return 0;
        }
        holdForWriting();
        return jdbc.sql(statement)
                .params(PrecedentColumns.of(entries))
                .param("revision", revision)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// Keeps what an account's events teach and forgets whose they were: words, owner, district and
    /// exact day go, the shop's events stay together under a new key. No late news can bring them
    /// back.
    @Transactional
    public void anonymise(AccountId owner) {
        holdForWriting();
        jdbc.sql(
                        """
                        update casebook.precedents p
                        set owner = null, title = p.business_type || ' 이벤트', prize = '',
                            participation = '', district = null,
                            held_on = date_trunc('month', p.held_on)::date, source = '',
                            store_key = fresh.key, revision = 2147483647,
                            sequence = nextval('casebook.changes')
                        from (select store_key, gen_random_uuid()::text as key
                              from casebook.precedents where owner = :owner group by store_key) fresh
                        where p.owner = :owner and fresh.store_key is not distinct from p.store_key
                        """)
                .param("owner", owner.value())
                .update();
    }

    /// Which of these are in the book already, by id, by content, and by near wording. Cases with
    /// figures meet those of the same figures; bare ones, of which there may be millions, meet by
    /// their words. Wants the writer lock, see [WordingKeys].
    public Known known(Collection<Entry> entries) {
        var bare = entries.stream().filter(Entry::isBare).toList();
        var known = new Known(new HashSet<>(), new HashSet<>(), wordingKeys.meet(bare));
        jdbc.sql(SAME)
                .param("digests", entries.stream().map(Entry::digest).toArray(UUID[]::new))
                .param(
                        "ids",
                        entries.stream()
                                .map(each -> each.precedent().id().value())
                                .toArray(UUID[]::new))
                .query(row -> {
                    known.ids().add(row.getObject("id", UUID.class));
                    known.digests().add(row.getObject("digest", UUID.class));
                });
        var figures =
                entries.stream()
                        .filter(each -> !each.isBare())
                        .map(Entry::figuresDigest)
                        .distinct()
                        .toArray(UUID[]::new);
        jdbc.sql(OF_FIGURES)
                .param("figures", figures)
                .query(row -> {
                    var digest = row.getObject("figures_digest", UUID.class);
                    meet(known, digest.getMostSignificantBits(), row);
                });
        return known;
    }

    private static void meet(Known known, long key, ResultSet row) throws SQLException {
        known.wordings()
                .computeIfAbsent(key, _ -> new ArrayList<>())
                .add(
                        Wording.of(
                                row.getString("title"),
                                row.getString("prize"),
                                row.getString("participation")));
    }

    /// Excludes collected and imported cases whose ROI lies more than 1.5 interquartile ranges
    /// outside of comparable ones, and takes back in those that do so no longer, for a group
    /// learns. Tells how many of this import are excluded now.
    ///
    /// Looks at the table anew first: a book that was just filled is still thought to be empty, and
    /// a plan made for an empty one took longer than five minutes for 90,000 cases.
    @Transactional
    public long excludeOutliers(UUID importId) {
        holdForWriting();
        jdbc.sql("analyze casebook.precedents").update();
        return jdbc.sql(OUTLIERS).param("import", importId).query(Long.class).single();
    }

    public Map<PrecedentId, Precedent> listByIds(Collection<PrecedentId> ids) {
        var found = new HashMap<PrecedentId, Precedent>();
        jdbc.sql(
                        "select "
                                + PrecedentRows.COLUMNS
                                + " from casebook.precedents where id = any(:ids) and exclusion is null")
                .param("ids", ids.stream().map(PrecedentId::value).toArray(UUID[]::new))
                .query(row -> {
                    var precedent = PrecedentRows.precedent(row);
                    found.put(precedent.id(), precedent);
                });
        return found;
    }

    public List<Precedent> listByOwner(AccountId owner) {
        return jdbc.sql(
                        "select "
                                + PrecedentRows.COLUMNS
                                + " from casebook.precedents where owner = :owner order by sequence")
                .param("owner", owner.value())
                .query((row, number) -> PrecedentRows.precedent(row))
                .list();
    }

    /// The first changes after `sequence`, oldest first. No transaction stays open while whoever
    /// asks works on them.
    public List<PrecedentChange> listChanges(long sequence, int limit) {
        return jdbc.sql(
                        "select "
                                + PrecedentRows.COLUMNS
                                + " from casebook.precedents where sequence > :sequence"
                                + " order by sequence limit :limit")
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, number) -> PrecedentRows.change(row))
                .list();
    }

    /// Streams changes after `sequence` in constant memory; returns the last number delivered.
    @Transactional(readOnly = true)
    public long changesSince(long sequence, Consumer<PrecedentChange> reader) {
        var last = new long[] {sequence};
        stream(
                "where sequence > ? order by sequence",
                sequence,
                change -> {
                    reader.accept(change);
                    last[0] = change.sequence();
                });
        return last[0];
    }

    @Transactional(readOnly = true)
    public void forEachWithOutcome(Consumer<Precedent> reader) {
        stream(
                """
                where sequence > ? and exclusion is null and grade <> 'NONE' and cost is not null
                    and (participants is not null or roi is not null)
                order by sequence
                """,
                0,
                change -> reader.accept(change.precedent()));
    }

    /// Names this book; an index made from another database names another.
    public String book() {
        return jdbc.sql("select book from casebook.identity").query(UUID.class).single().toString();
    }

    /// Which edition of its index the book wants; grows when all is to be indexed anew.
    public int edition() {
        return jdbc.sql("select edition from casebook.identity").query(Integer.class).single();
    }

    /// Wants a new edition on every instance, unless somebody else wanted it already.
    @Transactional
    public void wantEditionAfter(int current) {
        jdbc.sql("update casebook.identity set edition = :next where edition = :current")
                .param("current", current)
                .param("next", current + 1)
                .update();
    }

    /// The number of the last change.
    public long lastChange() {
        return jdbc.sql("select coalesce(max(sequence), 0) from casebook.precedents")
                .query(Long.class)
                .single();
    }

    /// Counts rows, because change numbers have gaps: a case that is there already uses one up.
    public boolean hasMoreChangesThan(int most, long sequence) {
        return jdbc.sql(
                        """
                        select count(*) > :most from (select from casebook.precedents
                            where sequence > :sequence limit :most + 1) changes
                        """)
                .param("most", most)
                .param("sequence", sequence)
                .query(Boolean.class)
                .single();
    }

    public long count() {
        return jdbc.sql("select count(*) from casebook.precedents").query(Long.class).single();
    }

    private void stream(String where, long sequence, Consumer<PrecedentChange> reader) {
        batches.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(
                                    "select "
                                            + PrecedentRows.COLUMNS
                                            + " from casebook.precedents "
                                            + where);
                    statement.setFetchSize(FETCH_SIZE);
                    statement.setLong(1, sequence);
                    return statement;
                },
                row -> {
                    reader.accept(PrecedentRows.change(row));
                });
    }

    /// Waits for its turn to write and keeps it until the transaction ends.
    public void holdForWriting() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", WRITER_LOCK).query(row -> {});
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        listeners.publishEvent(new BookWritten());
                    }
                });
    }
}
