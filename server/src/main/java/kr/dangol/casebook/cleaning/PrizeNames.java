package kr.dangol.casebook.cleaning;

import java.util.List;
import java.util.regex.Pattern;
import kr.dangol.shared.KoreanMoney;

/// One name for one prize, however people shorten it.
final class PrizeNames {

    private static final List<Rule> RULES =
            List.of(
                    rule("아이스\\s*아메리카노|아아(?![가-힣])", "아이스 아메리카노"),
                    rule("(?<![가-힣])뜨아(?![가-힣])|따뜻한\\s*아메리카노", "따뜻한 아메리카노"),
                    rule("스벅|starbucks", "스타벅스"),
                    rule("배민(?!족)", "배달의민족"),
                    rule("베라(?![가-힣])|배라(?![가-힣])", "배스킨라빈스"),
                    rule("기프티콘|모바일\\s*쿠폰|모바일\\s*교환권|기프트콘", "모바일 교환권"),
                    rule("문상(?![가-힣])|문화\\s*상품권", "문화상품권"),
                    rule("온누리\\s*상품권", "온누리상품권"),
                    rule("1\\s*\\+\\s*1|원\\s*플러스\\s*원|원쁠원", "1+1"),
                    rule("써비스", "서비스"),
                    rule("쥬스", "주스"),
                    rule("케익|케잌|케이끄", "케이크"),
                    rule("까페", "카페"),
                    rule("라떼", "라테"),
                    rule("캔디바|사탕류", "사탕"),
                    rule("\\s*(?<!무)한\\s*(잔|개|장|병|마리|접시|판)(?![가-힣])", " 1$1"),
                    rule("\\s*두\\s*(잔|개|장|병|마리|접시|판)(?![가-힣])", " 2$1"));

    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\d,])\\d{1,3}(?:,\\d{3})+원|(?<![\\d,])\\d{4,}원");

    private PrizeNames() {}

    static String standard(String prize) {
        var standard = prize;
        for (var rule : RULES) {
            standard = rule.spelling().matcher(standard).replaceAll(rule.name());
        }
        return AMOUNT.matcher(standard.strip()).replaceAll(amount -> spoken(amount.group()));
    }

    private static String spoken(String amount) {
        return KoreanMoney.parse(amount)
                .filter(won -> won.amount() % 1_000 == 0)
                .map(KoreanMoney::spoken)
                .orElse(amount);
    }

    private static Rule rule(String spelling, String name) {
        return new Rule(Pattern.compile(spelling, Pattern.CASE_INSENSITIVE), name);
    }

    /// Spellings and the name they stand for.
    private record Rule(Pattern spelling, String name) {}
}
