package kr.dangol.benchmarks.town;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.dangol.Dangol;
import kr.dangol.benchmarks.client.Owner;
import kr.dangol.benchmarks.client.Owner.Failed;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The whole product on empty data with a clock of ours, and a town that lives with it.
final class Town {

    private Town() {}

    static List<Happening> live(long seed, int shops, Span span, Telling telling)
            throws IOException, Failed, InterruptedException {
        var data = Files.createTempDirectory("dangol-town");
        var clock = new MovingClock(span.first());
        try (var dangol = start(data, clock)) {
            var server =
                    URI.create(
                            "http://127.0.0.1:"
                                    + dangol.getEnvironment().getProperty("local.server.port"));
            var lots = new Lots(seed);
            var opened = new ArrayList<Shop>();
            for (var number = 0; number < shops; number++) {
                opened.add(Shop.open(server, lots, number, shops));
            }
            var learning = new Learning(Owner.signUp(server), span.first());
            return new Year(seed, span, telling, opened, clock, learning).live();
        } finally {
            delete(data);
        }
    }

    private static ConfigurableApplicationContext start(Path data, Clock clock) {
        return new SpringApplicationBuilder(Dangol.class)
                .initializers(context ->
                        ((GenericApplicationContext) context)
                                .registerBean(
                                        "townClock",
                                        Clock.class,
                                        () -> clock,
                                        bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--logging.level.kr.dangol=warn",
                        "--dangol.data-dir=" + data,
                        "--dangol.demo=false",
                        "--dangol.intake.nightly=false",
                        "--dangol.limits.requests-per-minute=1000000",
                        "--dangol.limits.sign-ins-per-minute=1000000");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
