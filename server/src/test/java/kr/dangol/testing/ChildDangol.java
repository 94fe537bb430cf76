package kr.dangol.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Dangol in a process of its own, on embedded defaults, to be stopped or killed.
public final class ChildDangol implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Dangol is ready: (\\S+)");

    private final Process process;
    private final StringBuffer output = new StringBuffer();

    private ChildDangol(Process process) {
        this.process = process;
        Thread.ofVirtual().start(() -> collect(process.inputReader()));
    }

    public static ChildDangol start(Path data) {
        return start(data, Map.of());
    }

    /// With settings by the names they have in `application.yml`.
    public static ChildDangol start(Path data, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Ddangol.limits.sign-ins-per-minute=100000");
        command.add("-Ddangol.limits.requests-per-minute=100000");
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", productClassPath(), "kr.dangol.Dangol"));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("DB_"));
        builder.environment().put("PORT", "0");
        builder.environment().put("DANGOL_DATA_DIR", data.toString());
        builder.redirectErrorStream(true);
        try {
            return new ChildDangol(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without the tests' own classes, whose configurations a plain start would pick up.
    private static String productClassPath() {
        var all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(Pattern.quote(File.pathSeparator)))
                .filter(entry ->
                        !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// The process id of the database server on a data directory.
    public static long databasePid(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            return Long.parseLong(lines.getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> READY.matcher(output).find() || !process.isAlive());
        assertThat(process.isAlive()).as(output()).isTrue();
    }

    /// Ends with a slash.
    public String address() {
        var matcher = READY.matcher(output);
        assertThat(matcher.find()).as(output()).isTrue();
        return matcher.group(1);
    }

    public String output() {
        return output.toString();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// As `kill -9` does.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// As Ctrl-C does.
    public void stop() {
        process.destroy();
    }

    public int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(output()).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            process.onExit().join();
        }
    }

    private void collect(BufferedReader lines) {
        try (lines) {
            lines.lines().forEach(line -> output.append(line).append('\n'));
        } catch (IOException | UncheckedIOException e) {
            output.append(e);
        }
    }
}
