package kr.dangol.platform.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Content as it travels to Redis: two bytes that name us and this format, a checksum of the
/// content, then the content deflated. Whatever is not exactly that is no content.
final class Packed {

    private static final byte OURS = (byte) 0xD6;
    private static final byte FORMAT = 1;
    private static final int HEADER = 2 + Integer.BYTES;

    private Packed() {}

    static byte[] pack(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length / 4 + 64);
        bytes.write(OURS);
        bytes.write(FORMAT);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(checksum(content)).array());
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /// For what must be readable, because whoever wrote it runs now.
    static byte[] required(byte[] packed) {
        var content = unpack(packed);
        if (content == null) {
            throw new IllegalStateException("unreadable: written by another release?");
        }
        return content;
    }

    static byte @Nullable [] unpack(byte[] packed) {
        if (packed.length < HEADER || packed[0] != OURS || packed[1] != FORMAT) {
            return null;
        }
        var body = new ByteArrayInputStream(packed, HEADER, packed.length - HEADER);
        try (var in = new InflaterInputStream(body)) {
            var content = in.readAllBytes();
            return ByteBuffer.wrap(packed).getInt(2) == checksum(content) ? content : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static int checksum(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }
}
