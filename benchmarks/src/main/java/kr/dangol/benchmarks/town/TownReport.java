package kr.dangol.benchmarks.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.dangol.benchmarks.client.Owner.Failed;

/// Lets towns live a year with the product, each in three tellings that differ only in how long
/// owners tell what came, and writes how forecasts did. Arguments: the page, the number of towns,
/// shops in each, days. Fails when what must hold does not.
public final class TownReport {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    private TownReport() {}

    public static void main(String[] arguments) throws Exception {
        var towns = number(arguments, 1, 3);
        var shops = number(arguments, 2, 60);
        var span = new Span(FIRST, number(arguments, 3, 365));
        var started = System.nanoTime();
        var page = new TownPage(shops, span, stories(towns, shops, span));
        var text = page.text(Duration.ofNanos(System.nanoTime() - started));
        Files.writeString(Path.of(arguments[0]), text);
        System.out.println(text);
        if (!page.missed().isEmpty()) {
            throw new IllegalStateException(String.join("; ", page.missed()));
        }
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private static Map<Telling, List<Story>> stories(int towns, int shops, Span span)
            throws IOException, Failed, InterruptedException {
        var stories = new EnumMap<Telling, List<Story>>(Telling.class);
        for (var telling : Telling.values()) {
            stories.put(telling, new ArrayList<>());
        }
        for (var seed = 1; seed <= towns; seed++) {
            for (var entry : stories.entrySet()) {
                var started = System.nanoTime();
                var story = new Story(Town.live(seed, shops, span, entry.getKey()));
                entry.getValue().add(story);
                System.err.printf(
                        "town %d of %d, %s: %,d events in %d s%n",
                        seed,
                        towns,
                        entry.getKey().words(),
                        story.size(),
                        Duration.ofNanos(System.nanoTime() - started).toSeconds());
            }
        }
        return stories;
    }
}
