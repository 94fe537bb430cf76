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
import java.util.stream.Stream;
import kr.dangol.benchmarks.client.Owner.Failed;

/// Lets towns live a year with the product, each in some tellings that differ only in how long
/// owners tell what came, and writes how forecasts did, anew after each town. Arguments: the page,
/// the number of towns, shops in each, days, tellings by name and comma ([Telling#ALWAYS] first).
/// Fails when what must hold clearly does not.
public final class TownReport {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    private TownReport() {}

    public static void main(String[] arguments) throws Exception {
        var towns = number(arguments, 1, 3);
        var shops = number(arguments, 2, 60);
        var span = new Span(FIRST, number(arguments, 3, 365));
        var stories = new EnumMap<Telling, List<Story>>(Telling.class);
        for (var telling : tellings(arguments)) {
            stories.put(telling, new ArrayList<>());
        }
        var page = new TownPage(shops, span, stories);
        for (var town = 1; town <= towns; town++) {
            say("town %d of %d".formatted(town, towns));
            live(town, shops, span, stories);
            Files.writeString(Path.of(arguments[0]), page.text());
        }
        System.out.println(page.text());
        if (!page.missed().isEmpty()) {
            throw new IllegalStateException(String.join("; ", page.missed()));
        }
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private static List<Telling> tellings(String[] arguments) {
        return arguments.length > 4
                ? Stream.of(arguments[4].split(",")).map(Telling::valueOf).toList()
                : List.of(Telling.values());
    }

    private static void live(int town, int shops, Span span, Map<Telling, List<Story>> stories)
            throws IOException, Failed, InterruptedException {
        for (var entry : stories.entrySet()) {
            var started = System.nanoTime();
            var story = new Story(Town.live(town, shops, span, entry.getKey()));
            entry.getValue().add(story);
            var took = Duration.ofNanos(System.nanoTime() - started);
            say(
                    "%s: %,d events in %d s"
                            .formatted(entry.getKey().words(), story.size(), took.toSeconds()));
        }
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
