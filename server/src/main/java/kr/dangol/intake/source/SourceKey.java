package kr.dangol.intake.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The sources, in the order in which they are read.
public enum SourceKey {
    DATAGOKR("상가(상권)정보", 24 * 120),
    HOLIDAYS("특일정보", 24 * 45),
    KOSIS("국가통계포털 KOSIS", 24 * 45),
    SEOUL("서울 상권분석 추정매출", 24 * 120),
    NAVER("네이버 블로그 검색", 48),
    INSTAGRAM("인스타그램 해시태그", 48),
    CSV("사례 파일", 24 * 365);

    private final String label;
    private final int freshHours;

    SourceKey(String label, int freshHours) {
        this.label = label;
        this.freshHours = freshHours;
    }

    /// The form on the wire.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /// How many hours after its last success what it gave still counts as of now.
    public int freshHours() {
        return freshHours;
    }

    public static Optional<SourceKey> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
