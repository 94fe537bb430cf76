package kr.dangol.benchmarks.duplicates;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.dangol.casebook.CollectedCases;
import kr.dangol.casebook.CollectedCases.Outcome;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Season;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands a million drawn cases to the case book's own entry on a real PostgreSQL, as the nightly
/// collection does, and counts what it takes for duplicates against what is known of each case.
/// Arguments: the page, and optionally how many cases.
public final class DuplicateReport {

    private static final int CASES = 1_000_000;
    private static final int BATCH = 1_000;
    private static final long SEED = 20_261_122;

    /// How often a drawn case is one that was drawn before, changed; a tenth of each kind of nine.
    private static final double CHANGED = 0.3;

    private static final int REMEMBERED = 20_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Origins> remembered = new ArrayList<>();
    private final Map<Edit, int[]> taken = new EnumMap<>(Edit.class);
    private final int[] fresh = new int[2];
    private final StringBuilder page = new StringBuilder();

    /// The words and the trade of a case handed in before.
    private record Origins(Words words, int trade) {}

    private record Drawn(Precedent precedent, @Nullable Edit edit) {}

    /// How the run went, by its tenths.
    private record Course(Duration took, List<String> paces, List<String> works, long mostHeap) {}

    private DuplicateReport() {}

    public static void main(String[] arguments) throws IOException {
        var cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CASES;
        var report = new DuplicateReport();
        try (var server =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "64MB")
                        .start()) {
            var pool = new HikariConfig();
            pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            pool.setMaximumPoolSize(2);
            try (var database = new HikariDataSource(pool)) {
                report.run(database, cases);
            }
        }
        Files.writeString(Path.of(arguments[0]), report.page);
        System.out.println(report.page);
    }

    private void run(DataSource database, int cases) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/casebook")
                .load()
                .migrate();
        try (var context = context(database)) {
            var book = context.getBean(CollectedCases.class);
            var run = UUID.randomUUID();
            var paces = new ArrayList<String>();
            long most = 0;
            var jdbc = context.getBean(JdbcClient.class);
            var start = System.nanoTime();
            var lap = start;
            var work = work(jdbc);
            var works = new ArrayList<String>();
            for (var done = 0; done < cases; done += BATCH) {
                hand(book, run, Math.min(BATCH, cases - done));
                var part = Math.max(BATCH, cases / 10);
                if ((done + BATCH) % part == 0) {
                    var now = System.nanoTime();
                    most = Math.max(most, liveHeap());
                    paces.add("%,d".formatted(Math.round(part / ((now - lap) / 1e9))));
                    System.out.printf("%,d cases, %s a second%n", done + BATCH, paces.getLast());
                    var worked = work(jdbc);
                    works.add("%,d".formatted(worked.minus(work).toNanos() / 1_000 / part));
                    System.out.println(works.getLast() + " µs each");
                    work = worked;
                    lap = System.nanoTime();
                }
            }
            var took = Duration.ofNanos(System.nanoTime() - start);
            write(cases, new Course(took, paces, works, most), jdbc);
        }
    }

    private static AnnotationConfigApplicationContext context(DataSource database) {
        var context = new AnnotationConfigApplicationContext();
        context.register(Transactions.class);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(
                "transactionManager",
                JdbcTransactionManager.class,
                () -> new JdbcTransactionManager(database));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(Clock.class, () -> Clock.system(ZoneId.of("Asia/Seoul")));
        context.scan("kr.dangol.casebook.jdbc", "kr.dangol.casebook.cleaning");
        context.refresh();
        return context;
    }

    @EnableTransactionManagement
    static class Transactions {}

    private void hand(CollectedCases book, UUID run, int size) {
        var batch = new ArrayList<Drawn>();
        for (var i = 0; i < size; i++) {
            batch.add(draw());
        }
        var verdicts = book.store(run, batch.stream().map(Drawn::precedent).toList());
        for (var i = 0; i < size; i++) {
            var isTaken = verdicts.get(i).outcome() == Outcome.DUPLICATE;
            var edit = batch.get(i).edit();
            var tally = edit == null ? fresh : taken.computeIfAbsent(edit, _ -> new int[2]);
            tally[0]++;
            tally[1] += isTaken ? 1 : 0;
        }
    }

    private Drawn draw() {
        if (remembered.size() >= 1_000 && random.nextDouble() < CHANGED) {
            var before = remembered.get(random.nextInt(remembered.size()));
            var edit = Edit.values()[random.nextInt(Edit.values().length)];
            var words = edit.apply(before.words(), random);
            return new Drawn(precedent(words, before.trade()), edit);
        }
        var trade = random.nextInt(BusinessTypes.all().size());
        var words = Words.draw(random);
        var origins = new Origins(words, trade);
        if (remembered.size() < REMEMBERED) {
            remembered.add(origins);
        } else if (random.nextInt(10) == 0) {
            remembered.set(random.nextInt(REMEMBERED), origins);
        }
        return new Drawn(precedent(words, trade), null);
    }

    private Precedent precedent(Words words, int trade) {
        var type = BusinessTypes.all().get(trade);
        return new Precedent(
                new PrecedentId(new UUID(random.nextLong(), random.nextLong())),
                Origin.COLLECTED,
                words.title(),
                words.prize(),
                words.participation(),
                type.industry(),
                type,
                null,
                null,
                Season.AUTUMN,
                null,
                Channel.OFFLINE,
                null,
                null,
                null,
                Grade.NONE,
                null,
                null,
                "https://example.com/" + random.nextInt());
    }

    /// Processor time of this process and of the database's.
    private static Duration work(JdbcClient jdbc) {
        var backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        var database = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        return Stream.concat(Stream.of(ProcessHandle.current()), database.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private void write(int cases, Course course, JdbcClient jdbc) {
        line("# Near duplicates measured");
        line("");
        line(
                "Written by `benchmarks/run duplicates` on %s: Java %s, %d processors, %s, seed %d.",
                LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Seoul")),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                SEED);
        line("The machine was shared with other work, so times are upper bounds.");
        line("");
        line(
                "%,d drawn cases went through the case book's own entry (`CollectedCases`), a thousand at a",
                cases);
        line(
                "time, into a real PostgreSQL with its usual durability. About %.0f %% are changed copies of",
                100 * CHANGED);
        line(
                "cases handed in before; what each is, is known when it is drawn. The method is told in the");
        line("decision record on near duplicates.");
        line("");
        quality();
        speed(cases, course, jdbc);
    }

    private void quality() {
        var rightlyTaken = 0;
        var wronglyTaken = fresh[1];
        var toTake = 0;
        for (var each : taken.entrySet()) {
            if (each.getKey().isSame()) {
                rightlyTaken += each.getValue()[1];
                toTake += each.getValue()[0];
            } else {
                wronglyTaken += each.getValue()[1];
            }
        }
        line("| | |");
        line("|---|---|");
        line("| precision | %.4f |", rightlyTaken / (double) (rightlyTaken + wronglyTaken));
        line("| recall | %.4f |", rightlyTaken / (double) toTake);
        line("");
        line("| what the case is | right answer | cases | taken for a duplicate |");
        line("|---|---|---|---|");
        line("| drawn anew | keep | %,d | %.3f %% |", fresh[0], percent(fresh));
        for (var edit : Edit.values()) {
            var tally = taken.getOrDefault(edit, new int[2]);
            line(
                    "| a copy, %s | %s | %,d | %.2f %% |",
                    edit.label(), edit.isSame() ? "drop" : "keep", tally[0], percent(tally));
        }
        line("");
        line(
                "Two unrelated cases may be drawn nearly alike, and another prize may by chance be the same");
        line("one; both count against us here.");
        line("");
    }

    private static double percent(int[] tally) {
        return tally[0] == 0 ? 0 : 100.0 * tally[1] / tally[0];
    }

    private void speed(int cases, Course course, JdbcClient jdbc) {
        line("| speed and memory | |");
        line("|---|---|");
        line(
                "| all %,d | %d min %d s |",
                cases, course.took().toMinutes(), course.took().toSecondsPart());
        line("| cases a second, by tenths of the run | %s |", String.join(", ", course.paces()));
        line(
                "| processor time a case in µs, ours and the database's, by tenths | %s |",
                String.join(", ", course.works()));
        line("| most live heap at the end of a tenth | %,d MB |", course.mostHeap());
        line(
                "| cases with keys | %,d, %s |",
                jdbc.sql("select count(*) from casebook.wording_keys").query(Long.class).single(),
                jdbc.sql("select pg_size_pretty(pg_total_relation_size('casebook.wording_keys'))")
                        .query(String.class)
                        .single());
        line(
                "| write-ahead log | %s, of it %,d whole pages |",
                jdbc.sql("select pg_size_pretty(wal_bytes) from pg_stat_wal")
                        .query(String.class)
                        .single(),
                jdbc.sql("select wal_fpi from pg_stat_wal").query(Long.class).single());
        line(
                "| the book | %,d cases, %s |",
                jdbc.sql("select count(*) from casebook.precedents").query(Long.class).single(),
                jdbc.sql("select pg_size_pretty(pg_total_relation_size('casebook.precedents'))")
                        .query(String.class)
                        .single());
    }

    private void line(String format, Object... values) {
        page.append(format.formatted(values)).append('\n');
    }
}
