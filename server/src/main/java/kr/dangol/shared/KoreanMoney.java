package kr.dangol.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/// Money as Koreans write and say it.
public final class KoreanMoney {

    private static final long MAN = 10_000;
    private static final long EOK = 100_000_000;
    private static final long LARGEST = 1_000_000_000_000_000L;
    private static final Pattern SIGN = Pattern.compile("^(?:₩|KRW|krw)\\s*");
    private static final Pattern UNIT =
            Pattern.compile("\\s*(?:원|₩|KRW|krw)(?:대|선|까지|미만|이내)?\\s*$");

    private KoreanMoney() {}

    /// "30만원", "1.5백만", "3천만원", "1억 2천", "250,000원", "약 30만 원", "0원". Empty for what is no single
    /// amount, such as a range.
    public static Optional<Won> parse(String text) {
        var bare = SIGN.matcher(KoreanNumbers.bare(text)).replaceFirst("");
        var number = KoreanNumbers.bare(UNIT.matcher(bare).replaceFirst(""));
        if (number.equals("무료")) {
            return Optional.of(Won.ZERO);
        }
        return KoreanNumbers.parse(number)
                .map(each -> Math.round(each.doubleValue()))
                .filter(each -> each <= LARGEST)
                .map(Won::of);
    }

    /// As one says it: "25만원", "25만 5천원", "1억 2,000만원". Above 10,000 won what is below a thousand
    /// is rounded off, and "약" says so.
    public static String spoken(Won won) {
        var amount = Math.abs(won.amount());
        var rounded = rounded(amount);
        var sign = won.amount() < 0 ? "-" : "";
        return (rounded == amount ? "" : "약 ") + sign + words(rounded) + "원";
    }

    private static long rounded(long amount) {
        if (amount < MAN) {
            return amount;
        }
        var step = amount < EOK ? 1_000 : MAN;
        return Math.round(amount / (double) step) * step;
    }

    private static String words(long amount) {
        if (amount < MAN) {
            return grouped(amount);
        }
        var words = new StringBuilder();
        if (amount >= EOK) {
            words.append(grouped(amount / EOK)).append("억");
        }
        if (amount % EOK >= MAN) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(grouped(amount % EOK / MAN))
                    .append("만");
        }
        if (amount % MAN > 0 && amount < EOK) {
            words.append(" ").append(amount % MAN / 1_000).append("천");
        }
        return words.toString();
    }

    private static String grouped(long number) {
        var digits = new StringBuilder(Long.toString(number));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }
}
