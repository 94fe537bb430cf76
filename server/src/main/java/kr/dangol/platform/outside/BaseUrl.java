package kr.dangol.platform.outside;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The address of a service as people write it in a setting: with or without scheme, path and final
/// slash.
public final class BaseUrl {

    private BaseUrl() {}

    /// Everything that stands before the first slash of a call's own path. Without a scheme it is
    /// https, and http for this machine.
    public static String of(@Nullable String given, String otherwise) {
        var text = given == null || given.isBlank() ? otherwise : given.strip();
        var cut = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (cut.contains("://")) {
            return cut;
        }
        return (isHere(cut.toLowerCase(Locale.ROOT)) ? "http://" : "https://") + cut;
    }

    private static boolean isHere(String host) {
        return host.startsWith("localhost") || host.startsWith("127.") || host.startsWith("[::1]");
    }
}
