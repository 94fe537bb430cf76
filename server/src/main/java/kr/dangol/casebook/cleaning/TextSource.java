package kr.dangol.casebook.cleaning;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Finds out in which encoding a file is written: a byte order mark says so; otherwise its
/// beginning is valid UTF-8 or, as Korean spreadsheets save it, CP949. Bytes that make no sense
/// later on become the replacement character, so that only their line is lost.
final class TextSource {

    private static final int BEGINNING = 64 * 1024;
    private static final Charset CP949 = Charset.forName("MS949");

    private TextSource() {}

    static BufferedReader open(InputStream bytes) throws IOException {
        var stream = new BufferedInputStream(bytes, BEGINNING);
        stream.mark(BEGINNING);
        var beginning = stream.readNBytes(BEGINNING - 1);
        stream.reset();
        return new BufferedReader(new InputStreamReader(stream, encoding(beginning)));
    }

    private static Charset encoding(byte[] beginning) {
        if (startsWith(beginning, 0xFF, 0xFE) || startsWith(beginning, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        if (isReadable(beginning, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (isReadable(beginning, CP949)) {
            return CP949;
        }
        throw ImportRefused.unreadable();
    }

    /// Whether all of it can be read; a character cut off at the end does not count.
    private static boolean isReadable(byte[] beginning, Charset charset) {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var decoded = CharBuffer.allocate(beginning.length + 1);
        var result = decoder.decode(ByteBuffer.wrap(beginning), decoded, false);
        var looksBinary = decoded.flip().chars().anyMatch(c -> c == 0);
        return !result.isError() && !looksBinary;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
