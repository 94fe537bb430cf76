package kr.dangol.testing;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What the fakes answer through: plain HTTP on a free loopback port, a thread for each request.
final class LocalServer implements AutoCloseable {

    /// As many connections may wait as a burst of identical requests makes.
    private static final int BACKLOG = 512;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private LocalServer(HttpServer server) {
        this.server = server;
    }

    /// Answers requests below `path`; all others get 404.
    static LocalServer start(String path, HttpHandler handler) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var started = new LocalServer(HttpServer.create(address, BACKLOG));
            started.server.setExecutor(started.threads);
            started.server.createContext(path, handler);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Host and port.
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String baseUrl() {
        return "http://" + authority();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
