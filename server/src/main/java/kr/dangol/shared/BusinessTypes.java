package kr.dangol.shared;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The kinds of shops we know, with the words owners use for them. Each industry has a general type
/// ("기타 음식점") for what we do not know.
public final class BusinessTypes {

    private static final String GENERAL = "기타 ";
    private static final int SHORTEST_HINT = 2;

    private static final List<Entry> ENTRIES =
            DataFile.rows("business-types.csv").stream().map(Entry::read).toList();

    private static final List<BusinessType> ALL = ENTRIES.stream().map(Entry::type).toList();

    private static final Map<String, Entry> BY_KEY = byKey();

    private BusinessTypes() {}

    public static List<BusinessType> all() {
        return ALL;
    }

    /// The type that a name or one of its synonyms means, whatever the spacing.
    public static Optional<BusinessType> find(String text) {
        return Optional.ofNullable(BY_KEY.get(KoreanText.key(text))).map(Entry::type);
    }

    /// Every name and synonym by which [#find] knows a type, without spaces.
    public static Set<String> words() {
        return Set.copyOf(BY_KEY.keySet());
    }

    /// Always an answer: the known type, else the best guess inside the given industry, else that
    /// industry's general type.
    public static BusinessType resolve(String text, @Nullable Industry given) {
        return find(text)
                .or(() -> guess(KoreanText.key(text), given))
                .orElseGet(() -> general(given == null ? Industry.OTHER : given));
    }

    /// The type for shops of an industry we know no better.
    public static BusinessType general(Industry industry) {
        return ALL.stream()
                .filter(each -> each.industry() == industry && isGeneral(each))
                .findFirst()
                .orElseThrow();
    }

    public static boolean isGeneral(BusinessType type) {
        return type.name().startsWith(GENERAL);
    }

    /// Completes what is being typed, best first; a syllable may be unfinished ("고기" finds 고깃집).
    public static List<BusinessType> suggest(String typed, int limit) {
        var wanted = Jamo.spell(KoreanText.key(typed));
        if (wanted.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashSet<BusinessType>();
        ENTRIES.stream()
                .filter(each -> each.rank(wanted) < Entry.NO_MATCH)
                .sorted(Comparator.comparingInt(each -> each.rank(wanted)))
                .forEach(each -> found.add(each.type()));
        if (found.isEmpty()) {
            guess(KoreanText.key(typed), null).ifPresent(found::add);
        }
        return found.stream().limit(limit).toList();
    }

    /// The class under which public statistics count such shops.
    public static Optional<TradeClass> tradeClass(BusinessType type) {
        return entry(type).map(Entry::tradeClass).flatMap(TradeClass::find);
    }

    /// The 소분류 codes under which public statistics count exactly such shops; empty where they are
    /// only part of a wider class.
    public static List<String> publicCodes(BusinessType type) {
        return entry(type).map(Entry::codes).orElse(List.of());
    }

    /// The type for a public code (중분류 or 소분류) and its name, which tells more than the code.
    public static Optional<BusinessType> ofPublicCode(String code, String name) {
        var group = TradeClass.find(code).map(TradeClass::industry);
        return exactCode(code)
                .or(() -> byNameParts(name, group.orElse(null)))
                .or(() -> mainTypeOf(code))
                .or(() -> group.map(BusinessTypes::general));
    }

    private static Optional<BusinessType> exactCode(String code) {
        return ENTRIES.stream()
                .filter(each -> each.codes().contains(code))
                .map(Entry::type)
                .findFirst();
    }

    /// "빵/도넛" names what is sold, most usual first.
    private static Optional<BusinessType> byNameParts(String name, @Nullable Industry industry) {
        return Arrays.stream(name.split("[/·,;]"))
                .flatMap(part -> find(part).stream())
                .filter(each -> each.industry() == industry)
                .findFirst();
    }

    private static Optional<BusinessType> mainTypeOf(String code) {
        return ENTRIES.stream()
                .filter(each -> !each.tradeClass().isEmpty() && code.startsWith(each.tradeClass()))
                .map(Entry::type)
                .findFirst();
    }

    private static Optional<Entry> entry(BusinessType type) {
        return Optional.ofNullable(BY_KEY.get(KoreanText.key(type.name())));
    }

    /// The longest known word that the text contains; a tie goes to the one nearer the end, where
    /// Korean names their kind ("피자 만드는 카페"). A near miss in spelling comes last.
    private static Optional<BusinessType> guess(String key, @Nullable Industry given) {
        return BY_KEY.entrySet().stream()
                .filter(each -> given == null || each.getValue().type().industry() == given)
                .filter(each -> each.getKey().length() >= SHORTEST_HINT)
                .filter(each -> key.contains(each.getKey()))
                .max(
                        Comparator.comparingInt((Map.Entry<String, Entry> each) ->
                                        key.endsWith(each.getKey()) ? 1 : 0)
                                .thenComparingInt(each -> each.getKey().length())
                                .thenComparingInt(each -> key.lastIndexOf(each.getKey())))
                .map(each -> each.getValue().type())
                .or(() -> nearMiss(key, given));
    }

    private static Optional<BusinessType> nearMiss(String key, @Nullable Industry given) {
        var spelled = Jamo.spell(key);
        if (spelled.length() < 5) {
            return Optional.empty();
        }
        return BY_KEY.entrySet().stream()
                .filter(each -> given == null || each.getValue().type().industry() == given)
                .filter(each -> Jamo.differsByOne(spelled, Jamo.spell(each.getKey())))
                .map(each -> each.getValue().type())
                .findFirst();
    }

    private static Map<String, Entry> byKey() {
        var map = new LinkedHashMap<String, Entry>();
        for (var entry : ENTRIES) {
            entry.words().forEach(word -> map.putIfAbsent(KoreanText.key(word), entry));
        }
        return map;
    }

    /// A type with its words, each also spelled out in letters for matching while typing.
    private record Entry(
            BusinessType type,
            String tradeClass,
            List<String> codes,
            List<String> words,
            List<String> spelled) {

        static final int NO_MATCH = 9;

        static Entry read(List<String> row) {
            var type =
                    new BusinessType(
                            row.get(0),
                            Industry.find(row.get(1)).orElseThrow(),
                            Integer.parseInt(row.get(2)));
            var words =
                    Stream.concat(Stream.of(row.get(0)), DataFile.parts(row.get(5)).stream())
                            .toList();
            var spelled = words.stream().map(KoreanText::key).map(Jamo::spell).toList();
            return new Entry(type, row.get(3), DataFile.parts(row.get(4)), words, spelled);
        }

        /// Lower is better: the name itself, a synonym, the beginning of either, a part of either.
        int rank(String wanted) {
            if (spelled.contains(wanted)) {
                return 0;
            }
            if (spelled.getFirst().startsWith(wanted)) {
                return 1;
            }
            if (spelled.stream().anyMatch(each -> each.startsWith(wanted))) {
                return 2;
            }
            return wanted.length() > 2 && spelled.stream().anyMatch(each -> each.contains(wanted))
                    ? 3
                    : NO_MATCH;
        }
    }
}
