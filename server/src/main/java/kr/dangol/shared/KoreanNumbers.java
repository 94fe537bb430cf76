package kr.dangol.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as Koreans write them: "1,200", "3천", "1.5백만", "1억 2천", "이십오만".
public final class KoreanNumbers {

    private static final String DIGIT_WORDS = "영일이삼사오육칠팔구";
    private static final Pattern ABOUT = Pattern.compile("^(?:약|총|대략|최대|평균)\\s*");
    private static final Pattern ROUGHLY = Pattern.compile("\\s*(?:정도|쯤|내외|가량|이상|이하|여)\\s*$");
    private static final Pattern PERCENT = Pattern.compile("\\s*(?:%|퍼센트|프로|pct|percent)\\s*$");
    private static final Pattern PEOPLE = Pattern.compile("\\s*(?:명|분|인|팀|건|개|회)\\s*$");

    private KoreanNumbers() {}

    /// A return in integer percent. A plain number is percent already; "4.5배" is read as what came
    /// back for each won spent, so it means 350 %.
    public static OptionalInt percent(String text) {
        var plain = bare(text);
        var negative = plain.startsWith("-") || plain.startsWith("−");
        var unsigned = negative || plain.startsWith("+") ? plain.substring(1).strip() : plain;
        var value =
                unsigned.endsWith("배")
                        ? times(unsigned.substring(0, unsigned.length() - 1))
                        : parse(PERCENT.matcher(unsigned).replaceFirst(""));
        return whole(value.map(each -> negative ? each.negate() : each).orElse(null));
    }

    /// A count of people or things: "1,200명", "약 1천2백 명".
    public static OptionalInt count(String text) {
        return whole(parse(bare(PEOPLE.matcher(bare(text)).replaceFirst(""))).orElse(null));
    }

    /// A bare number without unit, sign or words around it.
    static Optional<BigDecimal> parse(String text) {
        return new Reader(text.strip()).read();
    }

    /// The text without "약" before and "정도" behind.
    static String bare(String text) {
        var clean = Normalizer.normalize(KoreanText.clean(text), Normalizer.Form.NFKC);
        return ROUGHLY.matcher(ABOUT.matcher(clean).replaceFirst("")).replaceFirst("").strip();
    }

    private static Optional<BigDecimal> times(String text) {
        return parse(text)
                .map(each -> each.subtract(BigDecimal.ONE).multiply(BigDecimal.valueOf(100)));
    }

    private static OptionalInt whole(@Nullable BigDecimal value) {
        if (value == null) {
            return OptionalInt.empty();
        }
        var rounded = value.setScale(0, RoundingMode.HALF_UP);
        return rounded.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? OptionalInt.empty()
                : OptionalInt.of(rounded.intValueExact());
    }

    /// Reads groups of 조, 억 and 만, and inside them 천, 백 and 십, from left to right.
    private static final class Reader {

        private final String text;
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal group = BigDecimal.ZERO;
        private @Nullable BigDecimal number;
        private long lastGroup = Long.MAX_VALUE;
        private long lastUnit = Long.MAX_VALUE;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Optional<BigDecimal> read() {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            while (at < text.length()) {
                if (!step()) {
                    return Optional.empty();
                }
            }
            return Optional.of(total.add(rest()));
        }

        /// What stands behind the last 조, 억 or 만. Behind 억 people leave 만 out: "1억 2천" is 120
        /// million.
        private BigDecimal rest() {
            var rest = closeGroup();
            var impliesMan = lastGroup == 100_000_000L && rest.signum() > 0;
            return impliesMan ? rest.multiply(BigDecimal.valueOf(10_000)) : rest;
        }

        private boolean step() {
            var c = text.charAt(at);
            if (c == ' ') {
                at++;
                return true;
            }
            if (c >= '0' && c <= '9') {
                return readDigits();
            }
            if (DIGIT_WORDS.indexOf(c) >= 0) {
                at++;
                return take(BigDecimal.valueOf(DIGIT_WORDS.indexOf(c)));
            }
            at++;
            return unit(c);
        }

        private boolean readDigits() {
            var end = at;
            while (end < text.length() && "0123456789.,".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            var digits = text.substring(at, end);
            at = end;
            if (!digits.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,6})?")) {
                return false;
            }
            return take(new BigDecimal(digits.replace(",", "")));
        }

        private boolean take(BigDecimal value) {
            if (number != null) {
                return false;
            }
            number = value;
            return true;
        }

        private boolean unit(char c) {
            return switch (c) {
                case '십' -> small(10);
                case '백' -> small(100);
                case '천' -> small(1_000);
                case '만' -> big(10_000L);
                case '억' -> big(100_000_000L);
                case '조' -> big(1_000_000_000_000L);
                default -> false;
            };
        }

        private boolean small(long unit) {
            if (unit >= lastUnit) {
                return false;
            }
            lastUnit = unit;
            group =
                    group.add(
                            (number == null ? BigDecimal.ONE : number)
                                    .multiply(BigDecimal.valueOf(unit)));
            number = null;
            return true;
        }

        private boolean big(long unit) {
            if (unit >= lastGroup) {
                return false;
            }
            var alone = number == null && group.signum() == 0;
            var multiplier = alone ? BigDecimal.ONE : closeGroup();
            total = total.add(multiplier.multiply(BigDecimal.valueOf(unit)));
            lastGroup = unit;
            return true;
        }

        private BigDecimal closeGroup() {
            var closed = number == null ? group : group.add(number);
            group = BigDecimal.ZERO;
            number = null;
            lastUnit = Long.MAX_VALUE;
            return closed;
        }
    }
}
