package kr.dangol.market;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What sort of prize an event offered, told by words in its name. The first kind that fits wins,
/// so the more telling ones stand first.
enum PrizeKind {
    POINTS("적립·스탬프 혜택", "적립", "스탬프", "포인트"),
    STAY("이용권·체험권", "이용권", "체험", "숙박권", "회원권", "수강권", "1박", "레슨", "클래스", "입장권"),
    VOUCHER("상품권·금액권", "상품권", "기프티콘", "기프트카드", "금액권", "캐시"),
    DISCOUNT("할인·쿠폰", "할인", "쿠폰", "%", "특가", "반값"),
    EXTRA("무료 메뉴·서비스", "무료", "서비스", "증정", "1+1", "사이드", "업그레이드", "추가", "덤", "한 잔"),
    GIFT("선물·굿즈", "세트", "굿즈", "텀블러", "선물", "머그", "에코백", "키트", "꽃다발", "박스");

    private final String label;
    private final List<String> words;

    PrizeKind(String label, String... words) {
        this.label = label;
        this.words = List.of(words);
    }

    String label() {
        return label;
    }

    static Optional<PrizeKind> of(String prize) {
        return Arrays.stream(values())
                .filter(each -> each.words.stream().anyMatch(prize::contains))
                .findFirst();
    }
}
