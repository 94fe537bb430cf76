package kr.dangol.benchmarks.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Something that breaks, and how it is mended.
record Fault(String name, Load.ThrowingRunnable inject, Load.ThrowingRunnable mend) {

    private static final InetAddress DETOUR = InetAddress.ofLiteral("127.0.0.3");
    private static final InetAddress HOME = InetAddress.ofLiteral("127.0.0.1");
    private static final List<String> FAKETIME =
            List.of(
                    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
                    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1");

    static Fault killed(Cluster cluster, String what, String part) {
        return new Fault(
                "`kill -9` of " + what, () -> cluster.kill(part), () -> cluster.start(part));
    }

    static Fault databaseRestart(Cluster cluster) {
        return new Fault(
                "PostgreSQL stopped",
                () -> cluster.stop("postgres"),
                () -> cluster.start("postgres"));
    }

    /// Prepares a third instance whose way to Redis leads through wires of ours; before it starts.
    static Fault cutFromRedis(Cluster cluster, List<AutoCloseable> toClose) throws IOException {
        var wires = new ArrayList<CutWire>();
        for (var part : Cluster.REDIS) {
            var wire = new CutWire(DETOUR, HOME, cluster.redisPort(part));
            wires.add(wire);
            toClose.add(wire);
        }
        var hosts = Files.createTempFile("dangol", ".hosts");
        Files.writeString(hosts, "127.0.0.3 localhost\n");
        cluster.addSetting("dangol-3", "JAVA_OPTS", "-Djdk.net.hosts.file=" + hosts);
        return new Fault(
                "dangol-3 cut off from Redis",
                () -> wires.forEach(CutWire::cut),
                () -> {
                    for (var wire : wires) {
                        wire.mend();
                    }
                });
    }

    /// Prepares a first instance whose clock follows a file.
    static Fault clockStep(Cluster cluster) throws IOException {
        var library = FAKETIME.stream().filter(path -> Files.exists(Path.of(path))).findFirst();
        var clock = Files.createTempFile("dangol", ".clock");
        Files.writeString(clock, "+0\n");
        cluster.addSetting(
                "dangol-1",
                "LD_PRELOAD",
                library.orElseThrow(() -> new IOException("no libfaketime")));
        cluster.addSetting("dangol-1", "FAKETIME_TIMESTAMP_FILE", clock.toString());
        cluster.addSetting("dangol-1", "FAKETIME_CACHE_DURATION", "1");
        cluster.addSetting("dangol-1", "FAKETIME_DONT_FAKE_MONOTONIC", "1");
        return new Fault(
                "dangol-1's clock two hours ahead",
                () -> Files.writeString(clock, "+2h\n"),
                () -> Files.writeString(clock, "+0\n"));
    }

    /// Prepares a second instance whose data folder is small; needs the right to mount.
    static Fault fullDisk(Cluster cluster, List<AutoCloseable> toClose)
            throws IOException, InterruptedException {
        var data = Files.createDirectories(cluster.folder("dangol-2").resolve("data"));
        run("mount", "-t", "tmpfs", "-o", "size=64m", "dangol", data.toString());
        toClose.add(() -> run("umount", "--lazy", data.toString()));
        var filler = data.resolve("filler");
        return new Fault("dangol-2's disk full", () -> fill(filler), () -> Files.delete(filler));
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
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
