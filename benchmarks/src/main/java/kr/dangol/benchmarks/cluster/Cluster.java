package kr.dangol.benchmarks.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dangol.testing.FakeClaude;

/// The cluster of `deploy/cluster` in a folder and on ports of its own.
final class Cluster implements AutoCloseable {

    static final List<String> INSTANCES = List.of("dangol-1", "dangol-2", "dangol-3");

    static final List<String> REDIS =
            IntStream.rangeClosed(1, 6).mapToObj("redis-%d"::formatted).toList();

    private static final int FIRST_PORT = 21_000;
    private static final int PORTS = 30;
    private static final int RANGES = 300;

    private final Path home;
    private final int port;
    private final Map<String, String> settings = new HashMap<>();

    /// Its instances ask this vendor so often a minute at most, and their metrics answer without a
    /// token.
    Cluster(FakeClaude claude, String key, int callsAMinute) throws IOException {
        home = Files.createTempDirectory("dangol-cluster");
        port = freePorts();
        settings.put("CLUSTER_PORT", String.valueOf(port));
        settings.put("DANGOL_CLUSTER_DIR", home.toString());
        settings.put("CLAUDE_API_KEY", key);
        settings.put("CLAUDE_BASE_URL", claude.baseUrl());
        settings.put("CLAUDE_REQUESTS_PER_MINUTE", String.valueOf(callsAMinute));
        // One machine here is as busy as thousands of addresses.
        settings.put("DANGOL_LIMITS_REQUESTSPERMINUTE", "1000000");
        settings.put("DANGOL_LIMITS_SIGNINSPERMINUTE", "1000000");
        settings.put("DANGOL_ACTUATOR_LOOPBACK", "true");
    }

    /// From anywhere in the range: another cluster that is just starting does not hold all its
    /// ports yet.
    private static int freePorts() throws IOException {
        for (var attempt = 0; attempt < RANGES; attempt++) {
            var first = FIRST_PORT + PORTS * ThreadLocalRandom.current().nextInt(RANGES);
            if (IntStream.range(0, PORTS).allMatch(i -> isFree(first + i))) {
                return first;
            }
        }
        throw new IOException("no free ports");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI instance(String part) {
        return URI.create("http://127.0.0.1:" + (port + numberOf(part)));
    }

    int redisPort(String part) {
        return port + 20 + numberOf(part);
    }

    private static int numberOf(String part) {
        return Integer.parseInt(part.substring(part.indexOf('-') + 1));
    }

    /// Where a part keeps what it has.
    Path folder(String part) throws IOException {
        return Files.createDirectories(home.resolve(part));
    }

    /// Restarts one instance with variables that only it has.
    void restart(String instance, Map<String, String> own)
            throws IOException, InterruptedException {
        var lines = own.entrySet().stream().map(e -> "%s='%s'".formatted(e.getKey(), e.getValue()));
        Files.write(home.resolve(instance + ".env"), (Iterable<String>) lines::iterator);
        stop(instance);
        start(instance);
    }

    /// A variable for all instances from their next start on.
    void set(String name, String value) {
        settings.put(name, value);
    }

    void up() throws IOException, InterruptedException {
        command("up");
    }

    void restart() throws IOException, InterruptedException {
        command("restart");
    }

    void start(String part) throws IOException, InterruptedException {
        command("start", part);
    }

    void stop(String part) throws IOException, InterruptedException {
        command("stop", part);
    }

    void kill(String part) throws IOException, InterruptedException {
        command("kill", part);
    }

    private void command(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("deploy/cluster");
        command.addAll(List.of(arguments));
        var log = home.resolve("commands.log").toFile();
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(settings);
        var process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    String.join(" ", command) + " failed:\n" + Files.readString(log.toPath()));
        }
    }

    /// What an instance takes of the machine's memory; 0 when it does not run.
    long residentMegabytes(String instance) throws IOException {
        var mark = "-Ddangol.cluster.part=" + home.resolve(instance);
        var process =
                ProcessHandle.allProcesses()
                        .filter(each ->
                                each.info().arguments().stream()
                                        .flatMap(Stream::of)
                                        .anyMatch(mark::equals))
                        .findFirst();
        if (process.isEmpty()) {
            return 0;
        }
        var status = Files.readString(Path.of("/proc/%d/status".formatted(process.get().pid())));
        var line = status.lines().filter(each -> each.startsWith("VmRSS:")).findFirst();
        return line.map(each -> Long.parseLong(each.replaceAll("\\D", "")) >> 10).orElse(0L);
    }

    /// A gauge of an instance, by the name it has for Prometheus; with its first tag to see only
    /// some of it, such as `name{area="heap"`.
    double gauge(String instance, String name) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(instance(instance).resolve("/actuator/prometheus")).build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line ->
                            line.startsWith(name)
                                    && "{ ,}".indexOf(line.charAt(name.length())) >= 0)
                    .mapToDouble(
                            line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    /// The truth behind all instances.
    Connection database() throws IOException, SQLException {
        var password = Files.readString(home.resolve("passwords/postgres"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port + 10), "dangol", password);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        command("down");
    }
}
