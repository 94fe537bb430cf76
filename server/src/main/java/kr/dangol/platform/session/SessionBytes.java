package kr.dangol.platform.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;

/// A session's content as bytes: one for the format, then Java's own serialisation, of which only
/// the types that sessions are made of are ever read.
final class SessionBytes {

    private static final byte FORMAT = 1;
    private static final ObjectInputFilter TYPES =
            ObjectInputFilter.Config.createFilter(
                    "kr.dangol.platform.**;org.springframework.session.*;"
                            + "org.springframework.security.**;java.lang.*;java.time.*;java.util.*;!*");

    private SessionBytes() {}

    static byte[] write(MapSession session) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(FORMAT);
        try (var out = new ObjectOutputStream(bytes)) {
            // A copy, under the id it has now.
            out.writeObject(new MapSession(session));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Null when it cannot be read: its owner signs in again.
    static @Nullable MapSession read(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != FORMAT) {
            return null;
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            in.setObjectInputFilter(TYPES);
            return (MapSession) in.readObject();
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            return null;
        }
    }
}
