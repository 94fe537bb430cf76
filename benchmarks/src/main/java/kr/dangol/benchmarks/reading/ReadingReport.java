package kr.dangol.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kr.dangol.intake.reading.CaseReader;
import kr.dangol.intake.reading.CollectedText;
import kr.dangol.intake.reading.LabelledTexts;
import kr.dangol.intake.reading.LabelledTexts.Labelled;
import kr.dangol.intake.reading.Readers;
import kr.dangol.intake.reading.ReadingQuality;

/// Reads the hand-labelled texts by rules and writes how often that is right. Argument: the page.
public final class ReadingReport {

    private static final int ROUNDS = 200;

    private final StringBuilder page = new StringBuilder();

    private ReadingReport() {}

    public static void main(String[] arguments) throws IOException {
        var report = new ReadingReport();
        report.write(Readers.byRules());
        Files.writeString(Path.of(arguments[0]), report.page);
        System.out.println(report.page);
    }

    private void write(CaseReader reader) {
        line("# Reading texts into cases, measured");
        line("");
        line(
                "Written by `benchmarks/run reading` on %s: Java %s, %d processors, %s.",
                LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Seoul")),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"));
        line("");
        line(
                "The texts are ours, written in the manner of blog posts and captions, half of them about no");
        line(
                "event of a small shop, and labelled by hand: `server/src/test/resources/intake/reading`. They were");
        line(
                "written before the rules. The rules were tuned on one half only; the other half was read for");
        line(
                "this page and for the test that guards it. A field of a case that comes of a text without an event");
        line(
                "is wrong. Where the text names no event, the name we put together counts neither way. Ways of");
        line("taking part are counted one by one. Brackets hold the 95 %% interval of Wilson.");
        line("");
        table("Held-out half", reader, LabelledTexts.heldOut());
        table("Tuning half", reader, LabelledTexts.tuning());
        table("Held-out half, line ends lost", reader, flat(LabelledTexts.heldOut()));
        speed(reader);
        line("");
        line(
                "What is dropped is dropped with a reason that the operator sees: recall is given up for");
        line(
                "precision on purpose, as there are always more posts than cases we need. We wrote texts and rules");
        line(
                "both, so real posts will be read worse than this; the reasons counted by each run show how much.");
    }

    private static List<Labelled> flat(List<Labelled> texts) {
        return texts.stream()
                .map(each -> {
                    var text = each.text();
                    var flat =
                            new CollectedText(
                                    text.id(),
                                    text.source(),
                                    text.title(),
                                    text.text().replaceAll("\\s+", " "),
                                    text.link(),
                                    text.date());
                    return new Labelled(flat, each.expected());
                })
                .toList();
    }

    private void table(String title, CaseReader reader, List<Labelled> texts) {
        var events = texts.stream().filter(each -> each.expected() != null).count();
        line("## %s: %d texts, %d about an event", title, texts.size(), events);
        line("");
        line("| field | kept | right | precision | recall |");
        line("|---|---|---|---|---|");
        ReadingQuality.of(reader, texts)
                .fields()
                .forEach((field, tally) ->
                        line(
                                "| %s | %d | %d | %.3f [%.2f–%.2f] | %.2f |",
                                field,
                                tally.kept(),
                                tally.right(),
                                tally.precision(),
                                wilson(tally.right(), tally.kept(), -1),
                                wilson(tally.right(), tally.kept(), 1),
                                tally.recall()));
        line("");
    }

    private static double wilson(int right, int all, int side) {
        if (all == 0) {
            return side < 0 ? 0 : 1;
        }
        var z = 1.96;
        var share = right / (double) all;
        var centre = share + z * z / (2 * all);
        var spread = z * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all));
        return Math.clamp((centre + side * spread) / (1 + z * z / all), 0.0, 1.0);
    }

    private void speed(CaseReader reader) {
        var texts = LabelledTexts.tuning().stream().map(Labelled::text).toList();
        for (var round = 0; round < ROUNDS / 4; round++) {
            reader.read(texts);
        }
        var start = System.nanoTime();
        for (var round = 0; round < ROUNDS; round++) {
            reader.read(texts);
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        line(
                "Speed: %,d texts a second on one thread.",
                Math.round(ROUNDS * texts.size() / seconds));
    }

    private void line(String format, Object... values) {
        page.append(format.formatted(values)).append('\n');
    }
}
