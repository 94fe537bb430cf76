package kr.dangol.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideTest {

    @ParameterizedTest
    @CsvSource({
        "'', https://apis.data.go.kr",
        "proxy.example.com, https://proxy.example.com",
        "proxy.example.com/gate/, https://proxy.example.com/gate",
        "http://10.0.0.1:8080, http://10.0.0.1:8080",
        "localhost:9000, http://localhost:9000",
        "127.0.0.1:9000/x, http://127.0.0.1:9000/x"
    })
    void anAddressMayBeWrittenInManyWays(String given, String meant) {
        assertThat(BaseUrl.of(given, "https://apis.data.go.kr")).isEqualTo(meant);
    }

    /// The portal shows both forms of a key; both must arrive encoded exactly once.
    @ParameterizedTest
    @CsvSource({
        "ab+cd/ef==, ab%2Bcd%2Fef%3D%3D",
        "ab%2Bcd%2Fef%3D%3D, ab%2Bcd%2Fef%3D%3D",
        "ab%2bcd%2fef%3d%3d, ab%2Bcd%2Fef%3D%3D",
        "0123456789abcdef, 0123456789abcdef"
    })
    void aKeyIsSentEncodedOnce(String configured, String sent) {
        assertThat(ServiceKey.of(configured).encoded()).isEqualTo(sent);
    }

    @Test
    void aKeyIsNeverPrinted() {
        assertThat(ServiceKey.of("secret").toString()).doesNotContain("secret");
    }
}
