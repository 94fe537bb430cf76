package kr.dangol.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The address people reach us at: `DANGOL_PUBLIC_URL`, or this machine. Never taken from a
/// request, whose Host header anybody can write.
@Component
public class PublicAddress {

    private final String configured;
    private volatile int port;

    PublicAddress(@Value("${dangol.public-url}") String configured) {
        this.configured =
                configured.endsWith("/")
                        ? configured.substring(0, configured.length() - 1)
                        : configured;
    }

    @EventListener
    void remember(WebServerInitializedEvent started) {
        if (!"management".equals(started.getApplicationContext().getServerNamespace())) {
            port = started.getWebServer().getPort();
        }
    }

    /// The full address of one of our paths.
    public String of(String path) {
        return (configured.isBlank() ? "http://localhost:" + port : configured) + path;
    }
}
