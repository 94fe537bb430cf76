package kr.dangol.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real RabbitMQ in a process of its own, from the system's package, on free ports. It is up in
/// about ten seconds.
public final class LocalRabbit implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/rabbitmq/bin");

    private final int port = LocalRedis.freePort();
    private final Map<String, String> environment;
    private Process process;

    private LocalRabbit() throws IOException {
        var home = Files.createTempDirectory("rabbit");
        var plugins = Files.writeString(home.resolve("enabled_plugins"), "[].");
        environment =
                Map.of(
                        "HOME",
                        home.toString(),
                        "ERL_EPMD_PORT",
                        "" + LocalRedis.freePort(),
                        "RABBITMQ_NODENAME",
                        "dangol" + port + "@localhost",
                        "RABBITMQ_NODE_IP_ADDRESS",
                        "127.0.0.1",
                        "RABBITMQ_NODE_PORT",
                        "" + port,
                        "RABBITMQ_DIST_PORT",
                        "" + LocalRedis.freePort(),
                        "RABBITMQ_MNESIA_BASE",
                        home.resolve("data").toString(),
                        "RABBITMQ_LOG_BASE",
                        home.resolve("log").toString(),
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        plugins.toString(),
                        "RABBITMQ_CONF_ENV_FILE",
                        "/dev/null");
        process = launch();
    }

    public static LocalRabbit start() {
        try {
            return new LocalRabbit();
        } catch (IOException e) {
            throw new UncheckedIOException("rabbitmq-server is needed: install the package", e);
        }
    }

    private Process launch() throws IOException {
        var started = program("rabbitmq-server").start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        await().atMost(Duration.ofSeconds(90)).until(this::answers);
        return started;
    }

    private boolean answers() throws IOException, InterruptedException {
        var probe = program("rabbitmq-diagnostics", "-q", "check_port_listener", "" + port).start();
        return probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0;
    }

    private ProcessBuilder program(String name, String... arguments) {
        var command = new ArrayList<>(List.of(PROGRAMS.resolve(name).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder;
    }

    public int port() {
        return port;
    }

    /// As `kill -9` does, to the node and what it started.
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    public void startAgain() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
