package kr.dangol.benchmarks.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Something that breaks, and how it is mended.
abstract class Fault {

    private static final InetAddress DETOUR = InetAddress.ofLiteral("127.0.0.3");
    private static final InetAddress HOME = InetAddress.ofLiteral("127.0.0.1");
    private static final List<Path> FAKETIME =
            List.of(
                    Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
                    Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));

    final String name;

    private Fault(String name) {
        this.name = name;
    }

    /// This machine does not allow the fault, and why.
    static final class NotPossibleHere extends Exception {

        private static final long serialVersionUID = 1;

        NotPossibleHere(String why) {
            super(why);
        }
    }

    /// Before the load: what makes the fault possible at all.
    void prepare() throws Exception {}

    abstract void inject() throws Exception;

    abstract void mend() throws Exception;

    /// After the load: as if [#prepare] had never been.
    void cleanUp() throws Exception {}

    static List<Fault> all(Cluster cluster) {
        return List.of(
                killed(cluster, "an instance", "dangol-2"),
                killed(cluster, "RabbitMQ", "rabbitmq"),
                killed(cluster, "a Redis master", "redis-1"),
                databaseStopped(cluster),
                cutOffFromRedis(cluster, "dangol-3"),
                clockStep(cluster, "dangol-1"),
                fullDisk(cluster, "dangol-2"));
    }

    private static Fault killed(Cluster cluster, String what, String part) {
        return new Fault("`kill -9` of " + what) {
            @Override
            void inject() throws Exception {
                cluster.kill(part);
            }

            @Override
            void mend() throws Exception {
                cluster.start(part);
            }
        };
    }

    private static Fault databaseStopped(Cluster cluster) {
        return new Fault("PostgreSQL stopped") {
            @Override
            void inject() throws Exception {
                cluster.stop("postgres");
            }

            @Override
            void mend() throws Exception {
                cluster.start("postgres");
            }
        };
    }

    /// The instance reaches Redis by wires of ours alone: its own hosts file leads there.
    private static Fault cutOffFromRedis(Cluster cluster, String instance) {
        return new Fault("network cut between an instance and Redis") {

            private final List<CutWire> wires = new ArrayList<>();

            @Override
            void prepare() throws Exception {
                for (var part : Cluster.REDIS) {
                    wires.add(new CutWire(DETOUR, HOME, cluster.redisPort(part)));
                }
                var hosts =
                        Files.writeString(
                                cluster.folder("wires").resolve("hosts"),
                                DETOUR.getHostAddress() + " localhost\n");
                cluster.restart(instance, Map.of("JAVA_OPTS", "-Djdk.net.hosts.file=" + hosts));
            }

            @Override
            void inject() {
                wires.forEach(CutWire::cut);
            }

            @Override
            void mend() throws IOException {
                for (var wire : wires) {
                    wire.mend();
                }
            }

            @Override
            void cleanUp() throws Exception {
                cluster.restart(instance, Map.of());
                for (var wire : wires) {
                    wire.close();
                }
            }
        };
    }

    private static Fault clockStep(Cluster cluster, String instance) {
        return new Fault("an instance's clock two hours ahead") {

            private Path clock = Path.of("clock");

            @Override
            void prepare() throws Exception {
                clock = Files.writeString(cluster.folder("clock").resolve("clock"), "+0\n");
                var library =
                        FAKETIME.stream()
                                .filter(Files::exists)
                                .findFirst()
                                .orElseThrow(() -> new NotPossibleHere("libfaketime is missing"));
                cluster.restart(
                        instance,
                        Map.of(
                                "LD_PRELOAD",
                                library.toString(),
                                "FAKETIME_TIMESTAMP_FILE",
                                clock.toString(),
                                "FAKETIME_CACHE_DURATION",
                                "1",
                                "FAKETIME_DONT_FAKE_MONOTONIC",
                                "1",
                                // Otherwise timed waits of the JVM return at once.
                                "FAKETIME_FORCE_MONOTONIC_FIX",
                                "0"));
            }

            @Override
            void inject() throws IOException {
                Files.writeString(clock, "+2h\n");
            }

            @Override
            void mend() throws IOException {
                Files.writeString(clock, "+0\n");
            }

            @Override
            void cleanUp() throws Exception {
                cluster.restart(instance, Map.of());
            }
        };
    }

    /// Needs the right to mount.
    private static Fault fullDisk(Cluster cluster, String instance) {
        return new Fault("an instance's disk full") {

            private Path data = Path.of("data");

            @Override
            void prepare() throws Exception {
                data = Files.createDirectories(cluster.folder("disk").resolve("data"));
                try {
                    run("mount", "-t", "tmpfs", "-o", "size=64m", "dangol", data.toString());
                } catch (IOException refused) {
                    throw new NotPossibleHere("nothing may be mounted");
                }
                cluster.restart(instance, Map.of("DANGOL_DATA_DIR", data.toString()));
            }

            @Override
            void inject() throws IOException {
                fill(data.resolve("filler"));
            }

            @Override
            void mend() throws IOException {
                Files.delete(data.resolve("filler"));
            }

            @Override
            void cleanUp() throws Exception {
                cluster.restart(instance, Map.of());
                run("umount", data.toString());
            }
        };
    }

    private static void fill(Path filler) throws IOException {
        var block = new byte[64 * 1024];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (Files.size(filler) == 0) {
                throw full;
            }
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
