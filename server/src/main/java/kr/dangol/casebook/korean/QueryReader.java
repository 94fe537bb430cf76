package kr.dangol.casebook.korean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Season;

/// Reads a question in somebody's own words.
public final class QueryReader {

    /// Words that name a whole industry.
    private static final Map<String, Industry> INDUSTRIES =
            Map.of(
                    "숙소", Industry.find("숙박").orElseThrow(),
                    "숙박", Industry.find("숙박").orElseThrow(),
                    "음식점", Industry.find("음식점").orElseThrow(),
                    "식당", Industry.find("음식점").orElseThrow(),
                    "맛집", Industry.find("음식점").orElseThrow(),
                    "소매점", Industry.find("소매점").orElseThrow());

    /// Such endings say a place; a trade's other words are mostly things it sells, and "사진" or "생일"
    /// in a question seldom asks for a shop that sells them.
    private static final List<String> PLACES =
            List.of(
                    "집", "샵", "숍", "점", "장", "관", "실", "방", "원", "소", "가게", "카페", "까페", "마트", "호텔",
                    "모텔", "펜션", "게하", "하우스", "룸", "슈퍼", "약국", "병원", "바", "텔");

    /// Things that stand for the shop all the same.
    private static final Set<String> SHOPS =
            Set.of(
                    "치킨", "통닭", "피자", "분식", "떡볶이", "네일", "네일아트", "손톱", "헬스", "피트니스", "피시", "세탁",
                    "의류", "화장품", "코스메틱", "한식", "중식", "일식", "양식", "백반", "잡화", "호프", "술", "필라테스",
                    "요가", "헤어", "풀빌라", "캠핑", "글램핑", "커피", "노래", "꽃", "빵");

    private static final int LONGEST = 8;

    private final KoreanWords words;
    private final Lexicon lexicon = new Lexicon();

    public QueryReader(KoreanWords words) {
        this.words = words;
    }

    public Reading read(String text) {
        var meant = lexicon.meant(text);
        var said = words.withGroups(text);
        var candidates = candidates(text, said, meant);
        var named = types(candidates);
        var besides = said;
        for (var name : named.keySet()) {
            besides = words.withGroups(text.replace(name, " "));
            meant.remove(name);
            text = text.replace(name, " ");
        }
        var groups = new ArrayList<String>();
        meant.forEach(each -> groups.addAll(words.withGroups(each)));
        return new Reading(
                text,
                besides,
                groups,
                Set.copyOf(named.values()),
                industries(candidates),
                seasons(said, groups));
    }

    /// Every run of syllables, since spaces may be missing, and the analyser's words.
    private static Collection<String> candidates(
            String text, List<String> said, List<String> meant) {
        var candidates = new LinkedHashSet<String>(meant);
        for (var part : text.split("[\\s·,.!?]+")) {
            for (var length = Math.min(LONGEST, part.length()); length >= 2; length--) {
                for (var at = 0; at + length <= part.length(); at++) {
                    candidates.add(part.substring(at, at + length));
                }
            }
        }
        said.stream().filter(each -> each.length() > 1).forEach(candidates::add);
        return candidates;
    }

    /// The trades that are named, by the word that names them.
    private static Map<String, BusinessType> types(Collection<String> candidates) {
        var types = new LinkedHashMap<String, BusinessType>();
        for (var candidate : candidates) {
            var isInside = types.keySet().stream().anyMatch(each -> each.contains(candidate));
            if (!isInside && (SHOPS.contains(candidate) || isPlace(candidate))) {
                BusinessTypes.find(candidate)
                        .filter(type -> !BusinessTypes.isGeneral(type))
                        .ifPresent(type -> types.put(candidate, type));
            }
        }
        return types;
    }

    private static boolean isPlace(String word) {
        return PLACES.stream().anyMatch(word::endsWith)
                || BusinessTypes.find(word).filter(type -> type.name().equals(word)).isPresent();
    }

    private static Set<Industry> industries(Collection<String> candidates) {
        var industries = EnumSet.noneOf(Industry.class);
        candidates.forEach(each -> {
            var industry = INDUSTRIES.get(each);
            if (industry != null) {
                industries.add(industry);
            }
        });
        return industries;
    }

    private static Set<Season> seasons(List<String> said, List<String> groups) {
        var seasons = EnumSet.noneOf(Season.class);
        for (var season : Season.values()) {
            var group = "~" + season.label();
            if (said.contains(season.label()) || said.contains(group) || groups.contains(group)) {
                seasons.add(season);
            }
        }
        return seasons;
    }
}
