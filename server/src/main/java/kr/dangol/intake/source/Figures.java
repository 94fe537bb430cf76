package kr.dangol.intake.source;

import java.util.List;
import java.util.function.Consumer;
import kr.dangol.market.Series;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Public figures on their way to the market. They come in as raw parts, each whole or not there,
/// become clean together, and leave when the market has them.
@Repository
public class Figures {

    private static final int BATCH = 1_000;
    private static final String RAW = "raw";
    private static final String CLEAN = "clean";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Figures(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public record Figure(
            Series series, String period, String subject, @Nullable Region region, double value) {}

    /// Replaces a part as a whole.
    @Transactional
    public void replaceRaw(SourceKey source, String part, List<Figure> figures) {
        jdbc.sql(
                        "delete from intake.figure where source = :source and edition = 'raw' and"
                                + " part = :part")
                .param("source", source.key())
                .param("part", part)
                .update();
        batches.batchUpdate(
                """
                insert into intake.figure (source, edition, part, series, subject, city, district, period, value)
                values (?, 'raw', ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                figures,
                BATCH,
                (statement, figure) -> {
                    var region = figure.region();
                    var district = region == null ? null : region.district();
                    statement.setString(1, source.key());
                    statement.setString(2, part);
                    statement.setString(3, figure.series().name());
                    statement.setString(4, figure.subject());
                    statement.setString(5, region == null ? "" : region.city());
                    statement.setString(6, district == null ? "" : district);
                    statement.setString(7, figure.period());
                    statement.setDouble(8, figure.value());
                });
    }

    public void forEachRaw(SourceKey source, Consumer<Figure> reader) {
        forEach(source, RAW, reader);
    }

    public void forEachClean(SourceKey source, Consumer<Figure> reader) {
        forEach(source, CLEAN, reader);
    }

    private void forEach(SourceKey source, String edition, Consumer<Figure> reader) {
        jdbc.sql(
                        """
                        select series, period, subject, city, district, value from intake.figure
                        where source = :source and edition = :edition
                        """)
                .param("source", source.key())
                .param("edition", edition)
                .query(row -> {
                    var city = row.getString(4);
                    var district = row.getString(5);
                    reader.accept(
                            new Figure(
                                    Series.valueOf(row.getString(1)),
                                    row.getString(2),
                                    row.getString(3),
                                    city.isEmpty()
                                            ? null
                                            : new Region(
                                                    city, district.isEmpty() ? null : district),
                                    row.getDouble(6)));
                });
    }

    /// What is raw is clean now; what was clean and never stored gives way to it, part by part.
    @Transactional
    public long accept(SourceKey source) {
        jdbc.sql(
                        """
                        delete from intake.figure c where source = :source and edition = 'clean'
                          and exists (select 1 from intake.figure r where r.source = c.source
                                      and r.edition = 'raw' and r.part = c.part)
                        """)
                .param("source", source.key())
                .update();
        return jdbc.sql(
                        "update intake.figure set edition = 'clean' where source = :source and"
                                + " edition = 'raw'")
                .param("source", source.key())
                .update();
    }

    public void forgetRaw(SourceKey source) {
        forget(source, RAW);
    }

    public void forgetClean(SourceKey source) {
        forget(source, CLEAN);
    }

    private void forget(SourceKey source, String edition) {
        jdbc.sql("delete from intake.figure where source = :source and edition = :edition")
                .param("source", source.key())
                .param("edition", edition)
                .update();
    }
}
