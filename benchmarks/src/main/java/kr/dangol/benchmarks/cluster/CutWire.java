package kr.dangol.benchmarks.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A wire between two processes that can be cut: what is sent into a cut wire is lost without an
/// error, as when a switch fails, and new connections are taken and never answered.
final class CutWire implements AutoCloseable {

    private final ServerSocket entrance;
    private final InetAddress exitHost;
    private final int exitPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /// Leads from `entrance` to the same port of `exit`.
    CutWire(InetAddress entranceHost, InetAddress exitHost, int port) throws IOException {
        this.exitHost = exitHost;
        exitPort = port;
        entrance = new ServerSocket(port, 256, entranceHost);
        Thread.ofVirtual().start(this::accept);
    }

    void cut() {
        cut = true;
    }

    /// Connections from before the cut have lost bytes and end.
    void mend() throws IOException {
        cut = false;
        for (var socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var inner = entrance.accept();
                open.add(inner);
                Thread.ofVirtual().start(() -> join(inner));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket inner) {
        try (inner;
                var outer = new Socket(exitHost, exitPort)) {
            open.add(outer);
            var back = Thread.ofVirtual().start(() -> pump(outer, inner));
            pump(inner, outer);
            back.join();
            open.remove(outer);
        } catch (IOException | InterruptedException ended) {
            // Both ends see their connection close.
        } finally {
            open.remove(inner);
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException ended) {
            // The other direction ends with it.
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[16_384];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (!cut) {
                out.write(buffer, 0, read);
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        mend();
    }
}
