package kr.dangol.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A real Redis in a process of its own, from the system's package, on a free port.
public final class LocalRedis implements AutoCloseable {

    private final int port;
    private final List<String> options;
    private Process process;

    private LocalRedis(int port, String... options) {
        this.port = port;
        this.options = List.of(options);
        this.process = launch();
    }

    public static LocalRedis start() {
        return new LocalRedis(freePort());
    }

    /// Three masters without replicas.
    public static List<LocalRedis> startCluster() {
        var nodes = new ArrayList<LocalRedis>();
        for (var i = 0; i < 3; i++) {
            nodes.add(new LocalRedis(clusterPort(), "--cluster-enabled", "yes"));
        }
        var command = new ArrayList<>(List.of("redis-cli", "--cluster", "create"));
        nodes.forEach(each -> command.add(each.address()));
        command.add("--cluster-yes");
        run(command);
        var probe = List.of("redis-cli", "-p", "" + nodes.getLast().port, "cluster", "info");
        await().atMost(Duration.ofSeconds(20)).until(() -> run(probe).contains("cluster_state:ok"));
        return nodes;
    }

    /// As `REDIS_CLUSTER_NODES` wants it.
    public static String addresses(List<LocalRedis> nodes) {
        return nodes.stream().map(LocalRedis::address).collect(Collectors.joining(","));
    }

    private Process launch() {
        try {
            var folder = Files.createTempDirectory("redis");
            var command =
                    new ArrayList<>(
                            List.of(
                                    "redis-server",
                                    "--port",
                                    "" + port,
                                    "--bind",
                                    "127.0.0.1",
                                    "--save",
                                    "",
                                    "--dir",
                                    folder.toString()));
            command.addAll(options);
            var started =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            await().atMost(Duration.ofSeconds(20)).until(this::answers);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server is needed: install the package", e);
        }
    }

    private boolean answers() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /// As `kill -9` does; everything it held is lost.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public void startAgain() {
        process = launch();
    }

    @Override
    public void close() {
        kill();
    }

    static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A node of a cluster also listens at its port plus 10,000.
    private static int clusterPort() {
        int port;
        do {
            port = freePort();
        } while (port > 55_000);
        return port;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
