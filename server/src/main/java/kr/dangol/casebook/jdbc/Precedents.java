package kr.dangol.casebook.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
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
import kr.dangol.platform.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All precedents, excluded ones too. Whoever writes holds the writer lock until the transaction
/// ends; see the sequence in the migration for why.
@Repository
public class Precedents {

    /// An arbitrary number that no other module uses for its advisory lock.
    private static final long WRITER_LOCK = 0x63617365626f6f6bL;

    private static final int FETCH_SIZE = 500;

    private static final String INSERT =
            """
            insert into casebook.precedents (id, origin, title, prize, participation, industry,
                business_type, city, district, held_on, season, purpose, channel, cost,
                participants, roi, grade, store_key, owner, source, digest, figures_digest,
                import_id, revision, created_at, sequence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                nextval('casebook.changes'))
            """;

    private static final String KEEP_EXISTING = INSERT + " on conflict do nothing";

    private static final String REPLACE_OLDER =
            INSERT
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

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Precedents(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /// Stores what is not there yet, by id or by content, and tells how many that were.
    @Transactional
    public int addAll(List<Entry> entries) {
        lockForWriting();
        var counts =
                batches.batchUpdate(
                        KEEP_EXISTING,
                        entries,
                        Math.max(1, entries.size()),
                        (statement, entry) -> bind(statement, entry, 0));
        return Arrays.stream(counts)
                .flatMapToInt(Arrays::stream)
                .map(each -> each > 0 ? 1 : 0)
                .sum();
    }

    /// Stores an owner's event, or a later revision of it. False when this revision or a later one
    /// is there already.
    @Transactional
    public boolean put(Precedent precedent, int revision) {
        lockForWriting();
        var entry = Entry.of(precedent);
        return batches.update(REPLACE_OLDER, statement -> bind(statement, entry, revision)) > 0;
    }

    /// Keeps what an account's events teach and forgets whose they were: words, owner, district and
    /// exact day go, the shop's events stay together under a new key. No late news can bring them
    /// back.
    @Transactional
    public void anonymise(AccountId owner) {
        lockForWriting();
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

    /// Which of these are in the book already, by content; a row that differs only in wording comes
    /// with its text under [Known#wordings].
    public Known known(Collection<Entry> entries) {
        var wordings = new HashMap<UUID, List<String>>();
        var digests = new HashSet<UUID>();
        jdbc.sql(
                        """
                        select digest, figures_digest, title, prize, participation
                        from casebook.precedents
                        where digest = any(:digests) or figures_digest = any(:figures)
                        """)
                .param("digests", entries.stream().map(Entry::digest).toArray(UUID[]::new))
                .param("figures", entries.stream().map(Entry::figuresDigest).toArray(UUID[]::new))
                .query(row -> {
                    digests.add(row.getObject("digest", UUID.class));
                    wordings.computeIfAbsent(
                                    row.getObject("figures_digest", UUID.class),
                                    key -> new ArrayList<>())
                            .add(
                                    Known.wording(
                                            row.getString("title"),
                                            row.getString("prize"),
                                            row.getString("participation")));
                });
        return new Known(digests, wordings);
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

    /// The number of the last change.
    public long lastChange() {
        return jdbc.sql("select coalesce(max(sequence), 0) from casebook.precedents")
                .query(Long.class)
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

    private void lockForWriting() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", WRITER_LOCK).query(row -> {});
    }

    private void bind(PreparedStatement statement, Entry entry, int revision) throws SQLException {
        var precedent = entry.precedent();
        var region = precedent.region();
        var cost = precedent.cost();
        var owner = precedent.owner();
        bindAll(
                statement,
                precedent.id().value(),
                precedent.origin().name(),
                precedent.title(),
                precedent.prize(),
                precedent.participation(),
                precedent.industry().name(),
                precedent.businessType().name(),
                region == null ? null : region.city(),
                region == null ? null : region.district(),
                precedent.date(),
                name(precedent.season()),
                name(precedent.purpose()),
                name(precedent.channel()),
                cost == null ? null : cost.amount(),
                precedent.participants(),
                precedent.roi(),
                precedent.grade().name(),
                precedent.storeKey(),
                owner == null ? null : owner.value(),
                precedent.source(),
                entry.digest(),
                entry.figuresDigest(),
                entry.importId(),
                revision,
                OffsetDateTime.now(clock));
    }

    private static void bindAll(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
