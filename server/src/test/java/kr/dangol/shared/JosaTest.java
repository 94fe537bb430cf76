package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JosaTest {

    @ParameterizedTest
    @CsvSource({
        "경품, 경품을",
        "쿠폰, 쿠폰을",
        "커피, 커피를",
        "아이스 아메리카노, 아이스 아메리카노를",
        "‘봄맞이’, ‘봄맞이’를",
        "'\"첫 잔\"', '\"첫 잔\"을'",
        "[신메뉴], [신메뉴]를",
        "이벤트(5명), 이벤트(5명)를",
        "쿠폰 (1만원), 쿠폰 (1만원)을",
        "(5명), (5명)을",
        "10, 10을",
        "3, 3을",
        "4, 4를",
        "2, 2를",
        "100, 100을",
        "30%, 30%를",
        "1+1, 1+1을",
        "SNS, SNS를",
        "DM, DM을",
        "QR, QR을",
        "PC, PC를",
        "event, event를",
        "line, line을",
        "KakaoTalk, KakaoTalk을",
        "Instagram, Instagram을",
        "style, style을",
        "coffee, coffee를",
        "커피☕, 커피☕를",
        "경품!, 경품!을",
    })
    void object(String word, String expected) {
        assertThat(Josa.EUL_REUL.after(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "서울, 서울로",
        "부산, 부산으로",
        "카페, 카페로",
        "7, 7로",
        "3, 3으로",
        "10, 10으로",
        "URL, URL로",
        "스타일, 스타일로",
        "할인, 할인으로",
    })
    void direction(String word, String expected) {
        assertThat(Josa.EURO_RO.after(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "I_GA, 손님, 손님이",
        "I_GA, 커피, 커피가",
        "EUN_NEUN, 고깃집, 고깃집은",
        "EUN_NEUN, 카페, 카페는",
        "GWA_WA, 떡, 떡과",
        "GWA_WA, 차, 차와",
        "IRANG_RANG, 친구들, 친구들이랑",
        "IRANG_RANG, 친구, 친구랑",
    })
    void otherParticles(Josa josa, String word, String expected) {
        assertThat(josa.after(word)).isEqualTo(expected);
    }
}
