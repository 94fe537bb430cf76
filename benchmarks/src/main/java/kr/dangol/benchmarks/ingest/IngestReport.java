package kr.dangol.benchmarks.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import kr.dangol.Dangol;
import kr.dangol.casebook.cleaning.CaseImport;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.casebook.search.PrecedentSearch;
import kr.dangol.casebook.search.PrecedentText;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Imports a made-up file into the whole product on embedded defaults and an empty data directory.
/// Arguments: the page, and optionally how many cases.
final class IngestReport {

    private static final int CASES = 100_000;
    private static final double TARGET = 5_000;
    private static final int EMBEDDED_ALONE = 20_000;
    private static final long POLL_MILLIS = 20;

    private static final String[] TYPES = {"카페", "고깃집", "미용실", "펜션", "꽃집", "치킨집", "헬스장"};
    private static final String[] PURPOSES = {"신규고객유치", "재방문유도", "매출증대", "인지도향상"};

    private final int cases;
    private final List<Long> memory = new ArrayList<>();

    private IngestReport(int cases) {
        this.cases = cases;
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        var cases = args.length > 1 ? Integer.parseInt(args[1]) : CASES;
        Files.writeString(Path.of(args[0]), new IngestReport(cases).page());
    }

    private String page() throws Exception {
        try (var product = start()) {
            product.getBean(CaseImport.class)
                    .run(new Lines(2_000, 1_000_000, done -> {}), (line, reason) -> {});
            awaitFindable(product);
            return measured(product);
        }
    }

    private String measured(ConfigurableApplicationContext product) throws Exception {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var cpu = cpu();
        var started = System.nanoTime();
        var result =
                product.getBean(CaseImport.class)
                        .run(new Lines(cases, 0, IngestReport::noteProgress), (line, reason) -> {});
        var stored = seconds(started);
        awaitFindable(product);
        var findable = seconds(started);
        var work = cpu().minus(cpu).toMillis() / 1_000.0;
        if (result.stored() != cases) {
            throw new IllegalStateException("stored " + result);
        }
        var alone = embedding();
        product.getBean(CaseImport.class)
                .run(new Lines(cases, 10_000_000, this::noteMemory), (line, reason) -> {});
        return """
        # Ingest

        %,d made-up cases in one CSV import into the product on embedded defaults and an empty data
        directory, 2,000 before them to warm up. "Findable" is the moment when every search can find the
        last of them; merges build graphs behind it, whose processor time up to then is in the figures.
        Run again with `benchmarks/run ingest`.

        | step | took | cases a second |
        |---|---|---|
        | cleaned and stored | %.1f s | %,.0f |
        | cleaned, stored, embedded and findable | %.1f s | %,.0f |
        | embedding alone, one thread | | %,.0f |

        Target: cleaned, stored and embedded at %,.0f a second or more on two cores; %s.

        The Java process and its database used %.1f seconds of processor for it; two cores to themselves
        could therefore do at most %,.0f cases a second. A second file of as many other cases is then sent to look
        at the memory in use after a forced collection, at each tenth of it: %s MB. Each case stays
        there for good as a lesson of the forecasts and a note of the trends.

        Machine: %d processors, load average %.1f at the start (1 would be this run alone), Java %s, %s.
        """
                .formatted(
                        cases,
                        stored,
                        cases / stored,
                        findable,
                        cases / findable,
                        alone,
                        TARGET,
                        cases / findable >= TARGET ? "met" : "missed in this run",
                        work,
                        2 * cases / work,
                        String.join(", ", memory.stream().map(each -> each + "").toList()),
                        Runtime.getRuntime().availableProcessors(),
                        load,
                        Runtime.version(),
                        LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Seoul")));
    }

    private static ConfigurableApplicationContext start() throws IOException {
        var data = Files.createTempDirectory("dangol-ingest");
        System.out.println("data in " + data);
        return new SpringApplicationBuilder(Dangol.class)
                .run("--server.port=0", "--dangol.data-dir=" + data);
    }

    private static void awaitFindable(ConfigurableApplicationContext product)
            throws InterruptedException {
        var search = product.getBean(PrecedentSearch.class).serving();
        while (search.lag() > 0) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static double embedding() {
        var embedder = new KoreanEmbedder(new KoreanWords());
        var texts = SampleBook.generate(EMBEDDED_ALONE, 7).stream().map(PrecedentText::of).toList();
        embedder.embed(texts.subList(0, 5_000));
        var started = System.nanoTime();
        embedder.embed(texts);
        return texts.size() / seconds(started);
    }

    private void noteMemory(int done) {
        System.gc();
        var runtime = Runtime.getRuntime();
        memory.add((runtime.totalMemory() - runtime.freeMemory()) >> 20);
        noteProgress(done);
    }

    private static void noteProgress(int done) {
        System.out.printf("%,d lines sent%n", done);
    }

    /// Of this process and all it has started.
    private static Duration cpu() {
        var self = ProcessHandle.current();
        var sum = self.info().totalCpuDuration().orElse(Duration.ZERO);
        for (var child : self.descendants().toList()) {
            sum = sum.plus(child.info().totalCpuDuration().orElse(Duration.ZERO));
        }
        return sum;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /// The file, made while it is read.
    private static final class Lines extends InputStream {

        private static final String HEADER =
                "title,prize,participation,business_type,address,date,purpose,type,cost,participants,roi,source,store\n";

        private final int lines;
        private final int first;
        private final IntConsumer progress;
        private byte[] current = HEADER.getBytes(StandardCharsets.UTF_8);
        private int position;
        private int made;

        Lines(int lines, int first, IntConsumer progress) {
            this.lines = lines;
            this.first = first;
            this.progress = progress;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (position == current.length && !next()) {
                return -1;
            }
            var count = Math.min(length, current.length - position);
            System.arraycopy(current, position, into, offset, count);
            position += count;
            return count;
        }

        private boolean next() {
            if (made == lines) {
                return false;
            }
            made++;
            if (made % Math.max(1, lines / 10) == 0) {
                progress.accept(made);
            }
            current = (line(first + made) + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
            return true;
        }

        private static String line(int number) {
            return "%s 행사 %d,쿠키 %d개,영수증을 모아 오시면 도장을 찍어 드려요,%s,서울 마포구,%s,%s,offline,%d,%d,%d,블로그,shop-%d"
                    .formatted(
                            TYPES[number % TYPES.length],
                            number % 1_000,
                            number % 5 + 1,
                            TYPES[number % TYPES.length],
                            LocalDate.of(2025, 1, 1).plusDays(number % 600),
                            PURPOSES[number % PURPOSES.length],
                            200_000 + number % 97 * 1_000,
                            50 + number % 333,
                            number % 401,
                            number % 50_021);
        }
    }
}
