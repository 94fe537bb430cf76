package kr.dangol.benchmarks.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import kr.dangol.casebook.SimilarQuery;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.lucene.LucenePrecedentIndex;
import kr.dangol.casebook.lucene.Ranking;
import kr.dangol.casebook.lucene.Tuning;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.IndexQuery;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Won;

/// One size and one number of dimensions, in a process of its own so that its memory is its own:
/// builds the index while somebody searches it, then measures searches. Prints lines that begin
/// with "result" for [SearchScale] and others that tell how far it is.
final class ScaleRun {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int QUERIES = 300;
    private static final int ROUNDS = 3;
    private static final int TOP = 5;
    private static final int SAVED_EVERY = 10_000;
    private static final double TIE = 1e-6;
    private static final int[] PASSING = {500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000};

    /// Portions of questions; no case of the book is among them.
    private static final int QUESTIONS = 1_000_000;

    private final int size;
    private final Corpus corpus;
    private final LucenePrecedentIndex index;
    private final Path directory;
    private final List<IndexQuery> questions;
    private final List<Long> costs = new ArrayList<>();

    private ScaleRun(int size, int dimensions, Path directory) {
        var words = new KoreanWords();
        this.size = size;
        this.directory = directory;
        this.corpus = new Corpus(words, dimensions);
        this.index = LucenePrecedentIndex.open(directory, "scale", "scale", words, Tuning.DEFAULT);
        this.questions = questions(corpus.portion(QUESTIONS, QUERIES));
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory(Path.of(arguments[2]), "scale");
        var run =
                new ScaleRun(
                        Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), directory);
        try {
            run.build();
            run.measure();
            if (run.size <= 100_000) {
                run.measureSwitch();
            }
        } finally {
            run.index.close();
            delete(directory);
        }
    }

    private void build() throws Exception {
        var busy = new AtomicBoolean(true);
        var disturbed = new ArrayList<Long>();
        var searcher = Thread.ofPlatform().start(() -> searchWhile(busy, disturbed));
        var nanos = 0L;
        var put = 0;
        while (put < size) {
            var entries = corpus.portion(put / Corpus.PORTION, Math.min(Corpus.PORTION, size));
            var started = System.nanoTime();
            index.put(entries);
            put += entries.size();
            entries.forEach(this::noteCost);
            if (put % SAVED_EVERY == 0) {
                index.saved(put);
            }
            nanos += System.nanoTime() - started;
            if (put % 50_000 == 0) {
                say("%d put, %.0f a second".formatted(put, put * 1e9 / nanos));
            }
        }
        var started = System.nanoTime();
        index.saved(size);
        index.tidyNow();
        var merged = System.nanoTime() - started;
        busy.set(false);
        searcher.join();
        var times = new Times(disturbed.stream().mapToLong(Long::longValue).toArray());
        result("buildSeconds", (nanos + merged) / 1e9);
        result("buildRate", size * 1e9 / (nanos + merged));
        result("disturbedP50", times.millis(0.5));
        result("disturbedP99", times.millis(0.99));
        result("disturbedMax", times.millis(1));
        result("segments", index.segments());
        result("diskMegabytes", megabytes());
    }

    private void noteCost(IndexEntry entry) {
        var cost = entry.precedent().cost();
        if (cost != null && entry.precedent().industry() == Industry.values()[0]) {
            costs.add(cost.amount());
        }
    }

    /// An owner who asks again and again while the index is built and merged.
    private void searchWhile(AtomicBoolean busy, List<Long> took) {
        for (var i = 0; busy.get(); i++) {
            var started = System.nanoTime();
            index.search(questions.get(i % QUERIES));
            took.add(System.nanoTime() - started);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void measure() throws IOException {
        var scanned = time("scan", Ranking.VECTORS_SCANNED, size > 200_000 ? 1 : ROUNDS);
        var found = time("vectors", Ranking.VECTORS, ROUNDS);
        time("hybrid", Ranking.HYBRID, ROUNDS);
        result("recall", recall(found, scanned));
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        result("heapMegabytes", heap / 1e6);
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("RssAnon:") || line.startsWith("RssFile:")) {
                var kilobytes = line.replaceAll("\\D", "");
                result(line.substring(0, 7), Double.parseDouble(kilobytes) / 1e3);
            }
        }
    }

    private List<List<Hit>> time(String name, Ranking ranking, int rounds) {
        questions.forEach(each -> index.search(each, ranking));
        var wall = new long[rounds * QUERIES];
        var cpu = new long[wall.length];
        for (var i = 0; i < wall.length; i++) {
            var cpuStarted = THREADS.getCurrentThreadCpuTime();
            var started = System.nanoTime();
            index.search(questions.get(i % QUERIES), ranking);
            wall[i] = System.nanoTime() - started;
            cpu[i] = THREADS.getCurrentThreadCpuTime() - cpuStarted;
        }
        result(name + "P50", new Times(wall).millis(0.5));
        result(name + "P99", new Times(wall).millis(0.99));
        result(name + "CpuP50", new Times(cpu).millis(0.5));
        result(name + "CpuP99", new Times(cpu).millis(0.99));
        return questions.stream().map(each -> index.search(each, ranking)).toList();
    }

    /// Equal cosines may stand for each other: a book of this size says many things twice.
    private static double recall(List<List<Hit>> found, List<List<Hit>> exact) {
        var right = 0;
        var all = 0;
        for (var i = 0; i < exact.size(); i++) {
            if (!exact.get(i).isEmpty()) {
                var least = exact.get(i).getLast().score() - TIE;
                right += (int) found.get(i).stream().filter(each -> each.score() >= least).count();
                all += exact.get(i).size();
            }
        }
        return (double) right / all;
    }

    /// Walk against scan, by how many vectors pass: dearer and dearer cases of one industry.
    private void measureSwitch() {
        Collections.sort(costs);
        for (var passing : PASSING) {
            if (passing < costs.size()) {
                var filtered =
                        questions.stream().map(each -> upTo(each, costs.get(passing))).toList();
                result("walk " + passing, cpu(filtered, Ranking.VECTORS_WALKED).millis(0.5));
                result("scan " + passing, cpu(filtered, Ranking.VECTORS_SCANNED).millis(0.5));
            }
        }
    }

    private Times cpu(List<IndexQuery> asked, Ranking ranking) {
        asked.forEach(each -> index.search(each, ranking));
        return new Times(
                asked.stream()
                        .mapToLong(each -> {
                            var started = THREADS.getCurrentThreadCpuTime();
                            index.search(each, ranking);
                            return THREADS.getCurrentThreadCpuTime() - started;
                        })
                        .toArray());
    }

    private static IndexQuery upTo(IndexQuery query, long most) {
        var filter =
                new PrecedentFilter(
                        Set.of(),
                        Industry.values()[0],
                        null,
                        null,
                        null,
                        null,
                        null,
                        Won.of(most),
                        null);
        return new IndexQuery(query.text(), query.vector(), filter, TOP);
    }

    /// As the main job asks: for a shop like that of a case, and every other time with a wish.
    private List<IndexQuery> questions(List<IndexEntry> like) {
        var questions = new ArrayList<IndexQuery>();
        for (var entry : like) {
            var precedent = entry.precedent();
            var query =
                    new SimilarQuery(
                            precedent.industry(),
                            precedent.businessType(),
                            precedent.region(),
                            Objects.requireNonNull(precedent.season()),
                            Objects.requireNonNull(precedent.purpose()),
                            precedent.channel(),
                            precedent.cost(),
                            questions.size() % 2 == 0 ? "" : precedent.title(),
                            TOP);
            var text = PrecedentText.of(query);
            var vector = corpus.vector(text, QUESTIONS + questions.size());
            questions.add(new IndexQuery(text, vector, PrecedentFilter.ofOthers(query), TOP));
        }
        return questions;
    }

    private double megabytes() throws IOException {
        try (var files = Files.list(directory)) {
            var bytes = 0L;
            for (var file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes / 1e6;
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static void result(String name, double value) {
        System.out.printf(Locale.ROOT, "result %s %.4f%n", name, value);
    }

    private void say(String line) {
        System.out.printf("%d: %s%n", size, line);
    }
}
