package kr.dangol.casebook.pinecone;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.dangol.casebook.search.Edition;
import kr.dangol.casebook.search.Editions;
import kr.dangol.casebook.search.PrecedentIndex;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Editions as namespaces of Pinecone, with their state in our database.
public final class PineconeEditions implements Editions {

    /// Other instances look every few seconds which edition serves; until all have seen the new one
    /// the old one stays.
    private static final Duration STAYS = Duration.ofMinutes(1);

    private final PineconeControl control;
    private final String name;
    private final String book;
    private final JdbcClient jdbc;
    private final Clock clock;

    PineconeEditions(
            PineconeControl control, String name, String book, JdbcClient jdbc, Clock clock) {
        this.control = control;
        this.name = name;
        this.book = book;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Kept> list() {
        return jdbc.sql(
                        """
                        select edition, whole_at is not null as whole from casebook.remote_editions
                        where index_name = :name order by begun_at
                        """)
                .param("name", name)
                .query((row, number) ->
                        new Kept(Edition.of(row.getString("edition")), row.getBoolean("whole")))
                .list();
    }

    @Override
    public PrecedentIndex open(Edition edition, int dimensions) {
        jdbc.sql(
                        """
                        insert into casebook.remote_editions (index_name, edition, dimensions,
                            begun_at)
                        values (:name, :edition, :dimensions, :now) on conflict do nothing
                        """)
                .param("name", name)
                .param("edition", edition.toString())
                .param("dimensions", dimensions)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return index(edition, dimensions);
    }

    private PineconePrecedentIndex index(Edition edition, int dimensions) {
        return new PineconePrecedentIndex(
                control,
                dimensions,
                suffix(edition),
                () -> upTo(edition),
                change -> save(edition, change));
    }

    /// Namespaces are plain ASCII. The book's name keeps two databases apart that share an index.
    private String suffix(Edition edition) {
        var text = book.substring(0, Math.min(8, book.length())) + "-" + edition;
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }

    private long upTo(Edition edition) {
        return jdbc.sql(
                        """
                        select up_to from casebook.remote_editions
                        where index_name = :name and edition = :edition
                        """)
                .param("name", name)
                .param("edition", edition.toString())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void save(Edition edition, long change) {
        jdbc.sql(
                        """
                        update casebook.remote_editions set up_to = :change
                        where index_name = :name and edition = :edition
                        """)
                .param("change", change)
                .param("name", name)
                .param("edition", edition.toString())
                .update();
    }

    @Override
    public void finish(Edition edition) {
        jdbc.sql(
                        """
                        update casebook.remote_editions set whole_at = coalesce(whole_at, :now)
                        where index_name = :name and edition = :edition
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("name", name)
                .param("edition", edition.toString())
                .update();
    }

    @Override
    public void sweep(Set<Edition> needed) {
        if (!haveAllSeen(needed)) {
            return;
        }
        list().stream()
                .map(Kept::edition)
                .filter(each -> !needed.contains(each))
                .forEach(this::delete);
    }

    private boolean haveAllSeen(Set<Edition> needed) {
        return jdbc.sql(
                        """
                        select count(*) = 0 from casebook.remote_editions
                        where index_name = :name and edition = any(:needed) and whole_at > :then
                        """)
                .param("name", name)
                .param("needed", needed.stream().map(Edition::toString).toArray(String[]::new))
                .param("then", OffsetDateTime.now(clock).minus(STAYS))
                .query(Boolean.class)
                .single();
    }

    private void delete(Edition edition) {
        var dimensions =
                jdbc.sql(
                                """
                                select dimensions from casebook.remote_editions
                                where index_name = :name and edition = :edition
                                """)
                        .param("name", name)
                        .param("edition", edition.toString())
                        .query(Integer.class)
                        .single();
        index(edition, dimensions).drop();
        jdbc.sql(
                        """
                        delete from casebook.remote_editions
                        where index_name = :name and edition = :edition
                        """)
                .param("name", name)
                .param("edition", edition.toString())
                .update();
    }

    @Override
    public boolean areShared() {
        return true;
    }
}
