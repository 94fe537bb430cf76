package kr.dangol.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dangol.experiment.Writers.ShippedPrompt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All versions of the prompt. A version that came with the program is put on record when it is
/// first met; the newest of them serves until an operator chooses otherwise, and a later one waits
/// as a draft to be compared with what serves.
@Repository
class PromptVersions {

    private static final String SELECT =
            """
            select version, based_on, system_text, note, status, created_at, updated_at
            from experiment.prompt_version
            """;

    private final JdbcClient jdbc;
    private final Writers writers;
    private final Clock clock;

    PromptVersions(JdbcClient jdbc, Writers writers, Clock clock) {
        this.jdbc = jdbc;
        this.writers = writers;
        this.clock = clock;
    }

    /// Puts the versions that came with the program on record.
    @Transactional
    public void registerShipped() {
        var shipped = writers.shippedPrompts();
        shipped.forEach(each -> insertShipped(each.version()));
        jdbc.sql(
                        """
                        update experiment.prompt_version set status = 'active', updated_at = :now
                        where version = :version
                            and not exists (select 1 from experiment.prompt_version where status = 'active')
                        """)
                .param("version", shipped.getLast().version())
                .param("now", now())
                .update();
    }

    private void insertShipped(String version) {
        jdbc.sql(
                        """
                        insert into experiment.prompt_version (version, status, created_at, updated_at)
                        values (:version, 'draft', :now, :now) on conflict do nothing
                        """)
                .param("version", version)
                .param("now", now())
                .update();
    }

    /// The newest first.
    List<PromptVersion> list() {
        return jdbc.sql(SELECT + " order by created_at desc, version desc")
                .query(this::version)
                .list();
    }

    Optional<PromptVersion> find(String version) {
        return jdbc.sql(SELECT + " where version = :version")
                .param("version", version)
                .query(this::version)
                .optional();
    }

    PromptVersion get(String version) {
        return find(version).orElseThrow(() -> new PromptNotFound(version));
    }

    PromptVersion active() {
        return jdbc.sql(SELECT + " where status = 'active'").query(this::version).single();
    }

    PromptVersion add(String basedOn, String systemText, String note) {
        var version =
                "o"
                        + jdbc.sql("select nextval('experiment.prompt_number')")
                                .query(Long.class)
                                .single();
        jdbc.sql(
                        """
                        insert into experiment.prompt_version
                            (version, based_on, system_text, note, status, created_at, updated_at)
                        values (:version, :basedOn, :text, :note, 'draft', :now, :now)
                        """)
                .param("version", version)
                .param("basedOn", basedOn)
                .param("text", systemText)
                .param("note", note)
                .param("now", now())
                .update();
        return get(version);
    }

    void edit(String version, String systemText, String note) {
        jdbc.sql(
                        """
                        update experiment.prompt_version
                        set system_text = :text, note = :note, updated_at = :now
                        where version = :version and status = 'draft'
                        """)
                .param("version", version)
                .param("text", systemText)
                .param("note", note)
                .param("now", now())
                .update();
    }

    /// What served before is retired.
    void activate(String version) {
        setStatus("status = 'active' and version <> :version", version, "retired");
        setStatus("version = :version", version, "active");
    }

    void retire(String version) {
        setStatus("version = :version", version, "retired");
    }

    private void setStatus(String which, String version, String status) {
        jdbc.sql(
                        "update experiment.prompt_version set status = :status, updated_at = :now where "
                                + which)
                .param("status", status)
                .param("version", version)
                .param("now", now())
                .update();
    }

    private PromptVersion version(ResultSet row, int number) throws SQLException {
        var version = row.getString("version");
        var text = row.getString("system_text");
        return new PromptVersion(
                version,
                row.getString("based_on"),
                text == null ? shippedTexts().getOrDefault(version, "") : text,
                row.getString("note"),
                PromptVersion.Status.of(row.getString("status")),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private Map<String, String> shippedTexts() {
        return writers.shippedPrompts().stream()
                .collect(Collectors.toMap(ShippedPrompt::version, ShippedPrompt::systemText));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
