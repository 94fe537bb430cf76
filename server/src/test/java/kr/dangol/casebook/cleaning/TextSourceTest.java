package kr.dangol.casebook.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextSourceTest {

    private static final String TEXT = "title,prize\n꽃집 똠방각하 이벤트,튤립";

    @Test
    void readsUtf8AndTheEncodingOfKoreanSpreadsheets() throws IOException {
        assertThat(read(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(read(TEXT.getBytes(Charset.forName("MS949")))).isEqualTo(TEXT);
        assertThat(read(TEXT.getBytes(StandardCharsets.UTF_16))).isEqualTo(TEXT);
    }

    @Test
    void aCharacterCutOffWhereTheLookEndsDoesNotMislead() throws IOException {
        for (var shift = 0; shift < 3; shift++) {
            var text = "x".repeat(shift) + "가".repeat(100_000);
            assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        }
    }

    @Test
    void refusesWhatIsNoText() {
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, (byte) 0xFF, 0, 1};
        assertThatThrownBy(() -> read(picture)).isInstanceOf(ImportRefused.class);
    }

    private static String read(byte[] bytes) throws IOException {
        try (var reader = TextSource.open(new ByteArrayInputStream(bytes))) {
            return reader.readAllAsString();
        }
    }
}
