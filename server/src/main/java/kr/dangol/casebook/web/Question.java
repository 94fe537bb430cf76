package kr.dangol.casebook.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.korean.QueryReader;
import kr.dangol.casebook.korean.Reading;
import kr.dangol.casebook.web.Likeness.Mark;
import kr.dangol.casebook.web.Likeness.Nearness;
import kr.dangol.casebook.web.Likeness.SharedWord;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// An operator's question, taken apart so that it can be told what a case has in common with it.
final class Question {

    private static final Pattern MONEY = Pattern.compile("[\\d.,]+\\s*(?:억|천만|백만|만|천)?\\s*원?");
    private static final double LEAST = 0.5;
    private static final double MOST = 1.5;

    /// Parts of the country whose people shop and travel across the borders inside.
    private static final List<Set<String>> PARTS =
            List.of(
                    Set.of("서울", "경기", "인천"),
                    Set.of("부산", "울산", "경남"),
                    Set.of("대구", "경북"),
                    Set.of("대전", "세종", "충남", "충북"),
                    Set.of("전남광주", "전북"));

    private static final Map<String, Region> PLACES = places();

    private final KoreanWords words;
    private final Reading reading;
    private final Map<String, String> asked = new HashMap<>();
    private final @Nullable Region place;
    private final @Nullable Won price;

    private Question(KoreanWords words, Reading reading, String text) {
        this.words = words;
        this.reading = reading;
        remember(words.spans(reading.besides()));
        remember(words.spans(String.join(" ", reading.meant())));
        this.place = placeIn(text);
        this.price = priceIn(text);
    }

    static Question read(String text, KoreanWords words, QueryReader reader) {
        return new Question(words, reader.read(text), text);
    }

    Likeness likenessOf(Precedent precedent) {
        var shared = new LinkedHashMap<String, SharedWord>();
        var title = marks(precedent.title(), shared);
        var prize = marks(precedent.prize(), shared);
        var participation = marks(precedent.participation(), shared);
        var isOfType = reading.types().contains(precedent.businessType());
        var season = precedent.season();
        return new Likeness(
                isOfType,
                !isOfType && isOfIndustry(precedent),
                season != null && reading.seasons().contains(season),
                nearness(precedent.region()),
                isNear(precedent.cost()),
                List.copyOf(shared.values()),
                title,
                prize,
                participation);
    }

    private void remember(List<KoreanWords.Span> spans) {
        for (var span : spans) {
            asked.putIfAbsent(span.word(), span.word());
            if (span.group() != null) {
                asked.putIfAbsent(span.group(), span.word());
            }
        }
    }

    private List<Mark> marks(String text, Map<String, SharedWord> shared) {
        var marks = new ArrayList<Mark>();
        for (var span : words.spans(text)) {
            var of =
                    asked.getOrDefault(
                            span.word(), span.group() == null ? null : asked.get(span.group()));
            if (of == null) {
                continue;
            }
            shared.putIfAbsent(of, new SharedWord(of, text.substring(span.from(), span.to())));
            if (marks.isEmpty() || marks.getLast().to() <= span.from()) {
                marks.add(new Mark(span.from(), span.to()));
            } else if (span.to() > marks.getLast().to()) {
                marks.set(marks.size() - 1, new Mark(marks.getLast().from(), span.to()));
            }
        }
        return marks;
    }

    private boolean isOfIndustry(Precedent precedent) {
        return reading.industries().contains(precedent.industry())
                || reading.types().stream()
                        .anyMatch(type -> type.industry() == precedent.industry());
    }

    private Nearness nearness(@Nullable Region region) {
        var wanted = place;
        if (wanted == null || region == null) {
            return Nearness.NONE;
        }
        if (region.city().equals(wanted.city())) {
            var district = wanted.district();
            return district == null || district.equals(region.district())
                    ? Nearness.SAME
                    : Nearness.NEAR;
        }
        var both = Set.of(region.city(), wanted.city());
        return PARTS.stream().anyMatch(part -> part.containsAll(both))
                ? Nearness.NEAR
                : Nearness.NONE;
    }

    private boolean isNear(@Nullable Won cost) {
        return price != null
                && cost != null
                && cost.compareTo(price.times(LEAST)) >= 0
                && cost.compareTo(price.times(MOST)) <= 0;
    }

    private static @Nullable Region placeIn(String text) {
        for (var word : text.split("[\\s,·]+")) {
            var place = PLACES.get(word);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    /// An amount with a unit of ten thousand or more; "3개" is no price.
    private static @Nullable Won priceIn(String text) {
        var matcher = MONEY.matcher(text);
        while (matcher.find()) {
            var written = matcher.group();
            if (written.matches(".*[만억원]")) {
                var price = KoreanMoney.parse(written.endsWith("원") ? written : written + "원");
                if (price.isPresent() && price.get().amount() > 0) {
                    return price.get();
                }
            }
        }
        return null;
    }

    /// Cities and those districts whose name is nobody else's, with and without 시, 군 or 구.
    private static Map<String, Region> places() {
        var places = new HashMap<String, Region>();
        var doubtful = new HashSet<String>();
        for (var region : Regions.all()) {
            var district = region.district();
            if (district != null && !district.contains(" ")) {
                for (var name : names(district)) {
                    if (places.put(name, region) != null) {
                        doubtful.add(name);
                    }
                }
            }
        }
        doubtful.forEach(places::remove);
        Regions.cities().forEach(each -> places.put(each.city(), each));
        return Map.copyOf(places);
    }

    private static List<String> names(String district) {
        var isLong = district.length() > 2;
        return isLong
                ? List.of(district, district.substring(0, district.length() - 1))
                : List.of(district);
    }
}
