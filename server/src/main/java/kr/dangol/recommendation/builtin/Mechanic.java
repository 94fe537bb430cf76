package kr.dangol.recommendation.builtin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.PlanReview;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Season;
import org.jspecify.annotations.Nullable;

/// One way to run an event, with everything that is said about it. Texts are templates.
record Mechanic(
        String id,
        String kind,
        Set<Channel> channels,
        Set<Tier> tiers,
        List<Purpose> purposes,
        Fit fit,
        Set<String> tags,
        int days,
        Reward reward,
        Texts texts,
        Map<String, Integer> costs,
        Set<String> marks) {

    /// Which trades, wishes (`ask`), occasions and seasons it is for. Empty sets ask for nothing.
    record Fit(
            Set<String> needs,
            Set<String> any,
            Set<String> not,
            Set<String> trades,
            Set<String> ask,
            Set<String> occasions,
            int daysAfter,
            Set<Season> seasons) {

        /// Medical law (의료법 27조) forbids winning patients with gifts: such trades only run what was
        /// written for them.
        private static final String CARE = "care";

        boolean suitsOnlyCare() {
            return needs.contains(CARE);
        }

        boolean suits(Trade trade) {
            var traits = trade.traits();
            return traits.containsAll(needs)
                    && (needs.contains(CARE) || !traits.contains(CARE))
                    && (any.isEmpty() || any.stream().anyMatch(traits::contains))
                    && not.stream().noneMatch(traits::contains)
                    && (trades.isEmpty() || trades.contains(trade.name()));
        }
    }

    /// What is given: a gift of the trade of this kind, or one of its own `gifts`. For everyone, or
    /// for as many as `share` percent of the cost pay, at most `most`.
    record Reward(GiftKind kind, List<Gift> gifts, boolean everyone, int share, int most) {}

    /// `label` names the mechanic in a word or two, for further titles.
    record Texts(
            String label,
            List<String> titles,
            List<String> participation,
            List<String> online,
            List<String> steps,
            List<String> staff) {

        List<String> participation(Channel channel) {
            return channel == Channel.ONLINE && !online.isEmpty() ? online : participation;
        }
    }

    static Mechanic read(YamlNode node) {
        try {
            return parse(node);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("mechanic " + node.text("id", "?"), e);
        }
    }

    private static Mechanic parse(YamlNode node) {
        var texts = texts(node);
        return new Mechanic(
                node.text("id"),
                node.text("kind"),
                pick(node, "in", Channel.values(), Channel::key),
                pick(node, "tier", Tier.values(), YamlNode::key),
                purposes(node),
                fit(node),
                Set.copyOf(node.texts("tags")),
                node.number("days", 14),
                reward(node),
                texts,
                costs(node.texts("costs")),
                marks(texts));
    }

    private static Texts texts(YamlNode node) {
        return new Texts(
                node.text("label"),
                node.texts("titles"),
                node.texts("how"),
                node.texts("online"),
                node.texts("steps"),
                node.texts("say"));
    }

    private static List<Purpose> purposes(YamlNode node) {
        var names =
                Map.of(
                        "new", Purpose.NEW_CUSTOMERS,
                        "revisit", Purpose.REVISIT,
                        "sales", Purpose.SALES,
                        "awareness", Purpose.AWARENESS);
        return node.texts("for").stream().map(key -> found(names.get(key), key)).toList();
    }

    private static Fit fit(YamlNode node) {
        return new Fit(
                Set.copyOf(node.texts("needs")),
                Set.copyOf(node.texts("any")),
                Set.copyOf(node.texts("not")),
                Set.copyOf(node.texts("trades")),
                Set.copyOf(node.texts("ask")),
                Set.copyOf(node.texts("occasion")),
                node.number("after", 0),
                pick(node, "season", Season.values(), YamlNode::key));
    }

    /// "small everyone", "treat 55" (percent of the cost), "grand 30 max 3".
    private static Reward reward(YamlNode node) {
        var words = node.text("prize").split(" ");
        var everyone = words[1].equals("everyone");
        return new Reward(
                GiftKind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                node.texts("gifts").stream().map(Gift::parse).toList(),
                everyone,
                everyone ? 0 : Integer.parseInt(words[1]),
                words.length > 3 ? Integer.parseInt(words[3]) : Integer.MAX_VALUE);
    }

    /// "인스타그램 광고 3" is an item with a weight.
    private static Map<String, Integer> costs(List<String> items) {
        var costs = new LinkedHashMap<String, Integer>();
        for (var item : items) {
            var end = item.lastIndexOf(' ');
            costs.put(item.substring(0, end), Integer.valueOf(item.substring(end + 1)));
        }
        return costs;
    }

    private static <T> Set<T> pick(
            YamlNode node, String key, T[] values, Function<? super T, String> name) {
        return node.texts(key).stream()
                .map(text ->
                        Arrays.stream(values)
                                .filter(each -> name.apply(each).equals(text))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException(text)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T found(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }

    boolean isSeasonal() {
        return !fit.occasions().isEmpty();
    }

    /// Whether a title or the way to take part uses this word.
    boolean mentions(String word) {
        return Stream.concat(texts.titles().stream(), texts.participation().stream())
                .anyMatch(text -> text.contains(word));
    }

    /// Plainer titles with its label, so that titles never run out.
    Stream<String> plainTitles() {
        return PLAIN_TITLES.stream().map(form -> form.formatted(texts.label()));
    }

    Stream<String> numberedTitles() {
        return IntStream.range(2, 200).mapToObj(n -> texts.label() + ", " + n + "번째 이야기");
    }

    private static final List<String> PLAIN_TITLES =
            List.of(
                    "$hook, %s",
                    "$goods %s",
                    "$town %s",
                    "$season의 %s",
                    "$month %s",
                    "$town $shop %s",
                    "$month $shop %s",
                    "이번 주 %s",
                    "작은 %s",
                    "$crowd %s",
                    "오늘부터 %s",
                    "$town에서 만나는 $goods %s");

    /// What tells from a title that it is one of this mechanic's: the longest fixed part of each
    /// title, and the label.
    private static Set<String> marks(Texts texts) {
        return Stream.concat(texts.titles().stream(), Stream.of(texts.label()))
                .map(Mechanic::longestFixedPart)
                .filter(part -> part.length() >= 3)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String longestFixedPart(String template) {
        return Arrays.stream(template.split("\\$[a-z]+(?:/[가-힣]+)?"))
                .map(PlanReview::titleKey)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
