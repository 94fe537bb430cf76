package kr.dangol.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text says a customer gets: the first thing that is given, the first discount otherwise.
final class Prizes {

    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 40;

    /// What follows a thing that is given away.
    private static final Pattern GIVEN =
            Pattern.compile(
                    "(?:을|를|도|까지|씩|이|가|으로|로)?\\s*(?:무료로\\s*|공짜로\\s*|추가로\\s*|서비스로\\s*|선물로\\s*|사은품으로\\s*)?"
                            + "(?:증정|드려|드립|드리[고며는]|드렸|드릴|드림|선물(?!\\s?세트|용|\\s?추천|\\s?안내)|제공|쏩니다|쏠게|나눠|받아\\s?가|받기|받으세요|받으실|주시더|주십|줘요|줍니다|주는|서비스|무료|공짜|반값|이\\s?공짜|이\\s?무료|이\\s?반값)");

    private static final Pattern LABEL =
            Pattern.compile("(?:경품|상품|혜택|선물|증정품|당첨\\s?선물|사은품)(?:\\s*[:：]\\s*|[은는]\\s)(.{2,40})");

    /// "핸드크림 등 선물" is a 핸드크림.
    private static final Pattern AND_SO_ON =
            Pattern.compile(
                    "(?:\\s(?:등|중|같은|등의))?\\s(?:다양한\\s|푸짐한\\s|작은\\s|소정의\\s)?(?:선물|상품|경품|사은품)$");

    private static final Pattern IS = Pattern.compile("(?:였|이었|입니다|이에요|예요|이고|이며).*");

    private static final Pattern DISCOUNT =
            Pattern.compile(
                    "(\\d{1,2}\\s?(?:%|퍼센트|프로))\\s?(?:를\\s?)?(?:추가\\s?|즉시\\s?|특별\\s?)?(?:할인|세일|DC|dc|페이백|적립)"
                            + "|((?:\\d[\\d,]*\\s?[천만]?\\s?원|[오삼이]?천\\s?원|만\\s?원))\\s?(?:을\\s?)?(?:추가\\s?|즉시\\s?)?할인(?!\\s?(?:쿠폰|권))"
                            + "|([12]\\s?\\+\\s?1)|(반값)");

    private static final Pattern QUANTITY =
            Pattern.compile(
                    "(?:\\d+|한|두|세|네|다섯|하나)\\s?(?:잔|개|장|병|캔|박|매|회|판|마리|인분|팩|봉|조각|컵|접시|그릇|벌|켤레|송이|kg|점|권)?(?:씩)?");

    /// Words that stand before a prize and are no part of it.
    private static final Pattern BEFORE =
            Pattern.compile(
                    ".*(?:께|에게|분|님|명|고객|손님|추첨|선착순|모든|모두|누구나|전원|방문|구매|주문|예약|오늘|하루|매일|매주|매달|이상|시|면|하면|때마다|중|및|또는|등|메모|이벤트|행사|기념|감사|추가|이용시|바로|무조건|무료로|회원)");

    private static final Pattern NO_PRIZE =
            Pattern.compile(".*(?:상담|주차|배송|배달|콜키지|문의|견적|샘플문의|포장|와이파이)$");

    private static final Pattern PARTICLE = Pattern.compile("(?:을|를|이|가|은|는|도|의|으로|로|까지)$");
    private static final Pattern EDGE = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}&&[^%)]]+$");

    private final Lexicon lexicon;
    private final Morphemes morphemes;

    Prizes(Lexicon lexicon, Morphemes morphemes) {
        this.lexicon = lexicon;
        this.morphemes = morphemes;
    }

    /// A prize, and whether the text says plainly that it is given.
    record Prize(String text, boolean plain) {}

    Optional<Prize> in(PreparedText text) {
        for (var sentence : text.sentences()) {
            var label = LABEL.matcher(sentence);
            if (label.find()) {
                var named = labelled(label.group(1));
                if (named.isPresent()) {
                    return named.map(name -> new Prize(name, true));
                }
            }
        }
        for (var sentence : text.sentences()) {
            var found = inSentence(sentence);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// A prize that somebody else read, if it is one: a discount, or a thing in words that name
    /// nobody.
    Optional<String> verified(String claimed) {
        var plain = claimed.strip();
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        var discount = discount(DISCOUNT.matcher(plain));
        return discount.isPresent()
                ? discount.map(Prize::text)
                : endingAt(plain).filter(each -> each.equals(plain));
    }

    private Optional<Prize> inSentence(String sentence) {
        var given = GIVEN.matcher(sentence);
        var at = 0;
        while (given.find(at)) {
            var thing = endingAt(sentence.substring(0, given.start()));
            if (thing.isPresent()) {
                var discount = discountBefore(sentence, given.start());
                return Optional.of(
                        discount.orElseGet(
                                () -> new Prize(half(thing.get(), given.group()), true)));
            }
            at = given.start() + 1;
        }
        return discount(DISCOUNT.matcher(sentence));
    }

    /// "파전 반값" is not a 파전.
    private static String half(String thing, String cue) {
        return cue.contains("반값") ? thing + " 반값" : thing;
    }

    private static Optional<Prize> discountBefore(String sentence, int end) {
        var discount = DISCOUNT.matcher(sentence).region(0, end);
        return discount(discount);
    }

    private static Optional<Prize> discount(Matcher discount) {
        if (!discount.find()) {
            return Optional.empty();
        }
        for (var group = 1; group <= 4; group++) {
            var found = discount.group(group);
            if (found != null) {
                var amount = found.replaceAll("\\s", "").replaceAll("퍼센트|프로", "%");
                return Optional.of(new Prize(group <= 2 ? amount + " 할인" : amount, true));
            }
        }
        return Optional.empty();
    }

    /// The name in front of whatever the writer adds behind it.
    private Optional<String> labelled(String text) {
        var plain = IS.matcher(text).replaceFirst("");
        var words = List.of(plain.split("[,/(]")[0].strip().split(" "));
        for (var end = Math.min(words.size(), MOST_WORDS + 1); end > 0; end--) {
            var found = endingAt(String.join(" ", words.subList(0, end)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The thing at the end of a text, read backwards word by word.
    private Optional<String> endingAt(String text) {
        var thing = AND_SO_ON.matcher(text.strip()).replaceFirst("");
        var words =
                new ArrayList<>(
                        List.of(thing.substring(thing.lastIndexOf(',') + 1).strip().split("\\s+")));
        var quantity = quantity(words);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var head = bare(words.removeLast());
        if (!isThing(head)) {
            return Optional.empty();
        }
        var name = new ArrayList<String>(List.of(head));
        while (!words.isEmpty() && name.size() < MOST_WORDS && isPart(words.getLast())) {
            name.addFirst(EDGE.matcher(words.removeLast()).replaceAll(""));
        }
        if (!quantity.isEmpty()) {
            name.add(quantity);
        }
        var whole = String.join(" ", name).strip();
        return whole.length() > LONGEST ? Optional.empty() : Optional.of(whole);
    }

    /// Takes "한 잔" or "3개" off the end.
    private String quantity(List<String> words) {
        for (var size = 2; size >= 1; size--) {
            if (words.size() > size) {
                var tail = words.subList(words.size() - size, words.size());
                var said = bare(String.join(" ", tail));
                if (QUANTITY.matcher(said).matches()) {
                    tail.clear();
                    return said.endsWith("씩") ? said.substring(0, said.length() - 1) : said;
                }
            }
        }
        return "";
    }

    private boolean isThing(String word) {
        var plain = word.replaceAll("[^가-힣A-Za-z0-9]", "");
        return !NO_PRIZE.matcher(plain).matches() && lexicon.endsOne(plain) && isCommon(plain);
    }

    private boolean isPart(String word) {
        var plain = EDGE.matcher(word).replaceAll("");
        return !plain.isEmpty()
                && !BEFORE.matcher(plain).matches()
                && (lexicon.makesUp(plain) || isCommon(plain));
    }

    private boolean isCommon(String word) {
        return lexicon.makesUp(word)
                || morphemes.of(word).stream()
                        .allMatch(each -> each.isCommon() || lexicon.has(each.text()));
    }

    private String bare(String word) {
        var plain = EDGE.matcher(word).replaceAll("");
        return plain.length() > 2 && !lexicon.has(plain)
                ? PARTICLE.matcher(plain).replaceFirst("")
                : plain;
    }
}
