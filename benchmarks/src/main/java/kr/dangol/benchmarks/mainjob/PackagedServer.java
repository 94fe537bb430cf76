package kr.dangol.benchmarks.mainjob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged server as a process of its own, on an empty data directory, with one owner signed
/// up.
public final class PackagedServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration START_TIME = Duration.ofMinutes(3);

    private static final String TIMER = "dangol.recommendation.answer";

    private final Process process;
    private final Path data;
    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    private PackagedServer(Process process, Path data, String base) {
        this.process = process;
        this.data = data;
        this.base = base;
    }

    static PackagedServer start(List<String> javaOptions) throws IOException, InterruptedException {
        return start(javaOptions, List.of());
    }

    /// @param arguments Spring Boot arguments of the server, such as
    ///   `--dangol.limits.in-flight=500`
    public static PackagedServer start(List<String> javaOptions, List<String> arguments)
            throws IOException, InterruptedException {
        var data = Files.createTempDirectory("dangol-benchmark");
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(
                List.of(
                        "-jar",
                        "server/target/dangol-app.jar",
                        // One client here is as busy as hundreds of owners.
                        "--dangol.limits.requests-per-minute=1000000",
                        "--management.metrics.distribution.percentiles.%s=0.5,0.95"
                                .formatted(TIMER),
                        "--management.metrics.distribution.expiry.%s=30m".formatted(TIMER)));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("server.log").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "PORT",
                                "" + port,
                                "DANGOL_DATA_DIR",
                                data.resolve("data").toString()));
        var server = new PackagedServer(builder.start(), data, "http://localhost:" + port);
        try {
            server.awaitReady();
            server.signUp();
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException {
        var giveUpAt = Instant.now().plus(START_TIME);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(giveUpAt)) {
                throw new IllegalStateException("no server; see " + data.resolve("server.log"));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + "/actuator/health/readiness"));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private void signUp() throws IOException, InterruptedException {
        token =
                token(
                        "/api/auth/signup",
                        Map.of(
                                "email", "benchmark@example.com",
                                "password", "long enough for a benchmark",
                                "name", "김단골",
                                "consents", List.of("terms", "privacy")));
    }

    /// A token of the operator whom the server was started with.
    public String operatorToken(String email, String password)
            throws IOException, InterruptedException {
        return token("/api/auth/login", Map.of("email", email, "password", password));
    }

    private String token(String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        var signedIn = http.send(post(path, body).build(), BodyHandlers.ofString());
        // Signing in sets some cookies twice; the last one counts.
        var cookies = new LinkedHashMap<String, String>();
        signedIn.headers().allValues("Set-Cookie").stream()
                .map(line -> line.split(";", 2)[0])
                .forEach(pair -> cookies.put(pair.split("=", 2)[0], pair));
        var csrf = cookies.getOrDefault("XSRF-TOKEN", "=").split("=", 2)[1];
        var request =
                post("/api/me/tokens", Map.of("name", "benchmark"))
                        .header("Cookie", String.join("; ", cookies.values()))
                        .header("X-XSRF-TOKEN", csrf)
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return JSON.readTree(answer.body()).get("token").asString();
    }

    /// Where it answers, without a slash at the end.
    public String address() {
        return base;
    }

    /// One answer and the time until its last byte was here.
    public record Timed(JsonNode body, Duration took) {}

    public Timed recommend(Map<String, ?> request) throws IOException, InterruptedException {
        var prepared =
                post("/api/recommendations", request)
                        .header("Authorization", "Bearer " + token)
                        .build();
        var started = System.nanoTime();
        var answer = http.send(prepared, BodyHandlers.ofString());
        var took = Duration.ofNanos(System.nanoTime() - started);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return new Timed(JSON.readTree(answer.body()), took);
    }

    /// The lines of an event stream as they arrive.
    public Stream<String> stream(Map<String, ?> request) throws IOException, InterruptedException {
        var prepared =
                post("/api/recommendations", request)
                        .setHeader("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token)
                        .build();
        var answer = http.send(prepared, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body().collect(Collectors.joining()));
        }
        return answer.body();
    }

    private HttpRequest.Builder post(String path, Object body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /// What the server itself measured for answers of this kind, its own history included.
    double serverMillis(String service, String quantile) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/actuator/prometheus")).build();
        return http.send(request, BodyHandlers.ofLines())
                        .body()
                        .filter(line -> line.startsWith(TIMER.replace('.', '_') + "_seconds{"))
                        .filter(line -> line.contains("service=\"%s\"".formatted(service)))
                        .filter(line -> line.contains("quantile=\"%s\"".formatted(quantile)))
                        .mapToDouble(line ->
                                Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .findFirst()
                        .orElseThrow()
                * 1000;
    }

    /// The sum of a counter over the series that mention `word`.
    public double counter(String name, String word) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/actuator/prometheus")).build();
        return http.send(request, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(name) && line.contains(word))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// Its embedded database, for what no page shows.
    public Connection database() throws SQLException {
        try (var files = Files.walk(data.resolve("data"), 3)) {
            var pid =
                    files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
            var port = Files.readAllLines(pid).get(3).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://localhost:" + port + "/kt_events", "postgres", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The Java process alone, in MB; the database has processes of its own.
    public long residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
