package kr.dangol.platform.outside;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A key of data.go.kr, which hands out two forms of each. Whichever is configured, it is kept
/// decoded and sent encoded exactly once.
public record ServiceKey(String decoded) {

    public static ServiceKey of(String configured) {
        var text = configured.strip();
        var upper = text.toUpperCase(Locale.ROOT);
        var isEncoded = upper.contains("%2B") || upper.contains("%2F") || upper.contains("%3D");
        return new ServiceKey(isEncoded ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text);
    }

    public String encoded() {
        return URLEncoder.encode(decoded, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ServiceKey";
    }
}
