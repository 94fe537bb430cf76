package kr.dangol.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kr.dangol.shared.Placement.Ambiguous;
import kr.dangol.shared.Placement.Placed;
import kr.dangol.shared.Placement.Unplaced;

/// Reads the region out of an address as people write it: road or lot, with or without spaces, with
/// short, official or former names. Names are matched from the beginning of a word only, the
/// longest reading wins, and what stays ambiguous is handed back as such.
public final class AddressParser {

    private static final Gazetteer GAZETTEER = Gazetteer.LOADED;

    private static final Pattern LEADING = Pattern.compile("^(?:우편번호|우\\)|[^가-힣])+|대한민국|주소\\s*:");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;:/()\\[\\]{}<>·ㆍ\"'“”‘’|_]+");
    private static final Pattern DONG = Pattern.compile("[가-힣]+[동읍면리가]");
    private static final Pattern ROAD = Pattern.compile("[가-힣]{2,}[로길]");
    private static final Pattern NO_UNIT = Pattern.compile("(?:대로|로|길|번길|역|장|장역|장길)");
    private static final Pattern NUMBERED_DONG = Pattern.compile("\\d*(?:동)?(?:\\d+가)?");

    private AddressParser() {}

    public static Placement parse(String address) {
        var text = tidy(address);
        for (var from : wordStarts(text)) {
            var readings = from == 0 ? readingsAtStart(text) : readingsInside(text, from);
            if (!readings.isEmpty()) {
                return decide(text, readings);
            }
        }
        return new Unplaced();
    }

    /// One way to read the names at a place: what they say, whether a name below the 시도 was among
    /// them, and where the rest of the address begins.
    private record Reading(String written, List<Region> regions, int end) {

        boolean isCityOnly() {
            return written.isEmpty();
        }
    }

    private static String tidy(String address) {
        var text = KoreanText.clean(address);
        text = LEADING.matcher(text).replaceAll(" ");
        return SEPARATORS.matcher(text).replaceAll(" ").strip();
    }

    private static List<Integer> wordStarts(String text) {
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && (i == 0 || text.charAt(i - 1) == ' ')) {
                starts.add(i);
            }
        }
        return starts;
    }

    private static List<Reading> readingsAtStart(String text) {
        var readings = withCity(text, 0);
        readings.addAll(unitsAt(GAZETTEER.units(), text, 0, false));
        if (!readings.isEmpty() && readings.stream().allMatch(Reading::isCityOnly)) {
            readings.addAll(furtherBelow(text, readings));
        }
        return readings;
    }

    /// Behind the first word only a full name counts, so that a shop's name does not place it.
    private static List<Reading> readingsInside(String text, int from) {
        var readings = withCity(text, from);
        readings.removeIf(Reading::isCityOnly);
        readings.addAll(fullUnitsAt(GAZETTEER.units(), text, from, false));
        return readings;
    }

    private static List<Reading> withCity(String text, int from) {
        var readings = new ArrayList<Reading>();
        for (var city : GAZETTEER.cities().match(text, from)) {
            var region = city.name().regions().getFirst();
            var below = NameTrie.skipSpaces(text, city.end());
            readings.addAll(unitsAt(GAZETTEER.unitsOf(region.city()), text, below, true));
            if (endsCity(text, city)) {
                readings.add(new Reading("", List.of(region), city.end()));
            }
        }
        return readings;
    }

    /// For "서울 스타타워 강남구", and for "부산 양산시", which contradicts itself.
    private static List<Reading> furtherBelow(String text, List<Reading> cities) {
        var found = new ArrayList<Reading>();
        var city = longest(cities).getFirst().regions().getFirst();
        for (var from : wordStarts(text)) {
            if (found.isEmpty() && from > 0) {
                found.addAll(fullUnitsAt(GAZETTEER.unitsOf(city.city()), text, from, true));
            }
        }
        var next = NameTrie.skipSpaces(text, longest(cities).getFirst().end());
        if (found.isEmpty()) {
            for (var elsewhere : fullUnitsAt(GAZETTEER.units(), text, next, false)) {
                var regions = new ArrayList<>(List.of(city));
                regions.addAll(elsewhere.regions());
                found.add(new Reading(elsewhere.written(), regions, elsewhere.end()));
            }
        }
        return found;
    }

    private static List<Reading> unitsAt(
            NameTrie names, String text, int from, boolean cityIsKnown) {
        var readings = new ArrayList<Reading>();
        for (var match : names.match(text, from)) {
            if (endsUnit(text, match, cityIsKnown)) {
                var name = match.name();
                readings.add(new Reading(name.written(), name.regions(), match.end()));
            }
        }
        return readings;
    }

    private static List<Reading> fullUnitsAt(
            NameTrie names, String text, int from, boolean cityIsKnown) {
        var readings = unitsAt(names, text, from, cityIsKnown);
        readings.removeIf(each -> !each.written().matches(".*[시군구]"));
        return readings;
    }

    private static boolean endsCity(String text, NameTrie.Match match) {
        var tail = letters(text, match.end());
        if (tail.isEmpty()) {
            return true;
        }
        return !match.name().bare() && (tail.startsWith("청") || isDongOrRoad(tail));
    }

    /// Whether a name really ends where it was matched: `남구` in `남구로역` does not, in `남구대연동` it
    /// does. Where the 시도 is known, what follows may also be a building.
    private static boolean endsUnit(String text, NameTrie.Match match, boolean cityIsKnown) {
        var tail = letters(text, match.end());
        if (tail.isEmpty()) {
            return !match.name().bare() || !digitAt(text, match.end());
        }
        if (match.name().bare() || NO_UNIT.matcher(tail).matches()) {
            return false;
        }
        return tail.startsWith("청") || isDongOrRoad(tail) || (cityIsKnown && tail.length() > 1);
    }

    private static boolean isDongOrRoad(String tail) {
        return DONG.matcher(tail).matches() || ROAD.matcher(tail).matches();
    }

    private static boolean digitAt(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private static String letters(String text, int from) {
        var end = from;
        while (end < text.length() && isHangul(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }

    private static Placement decide(String text, List<Reading> readings) {
        var best = longest(readings);
        Set<Region> regions = new LinkedHashSet<>();
        best.forEach(each -> regions.addAll(each.regions()));
        dropBelowCity(regions, best);
        var byDong = byDong(text, best, regions);
        return placement(byDong.isEmpty() ? regions : byDong);
    }

    private static Placement placement(Collection<Region> regions) {
        return regions.size() == 1
                ? new Placed(regions.iterator().next())
                : new Ambiguous(List.copyOf(regions));
    }

    private static List<Reading> longest(List<Reading> readings) {
        var end = readings.stream().mapToInt(Reading::end).max().orElse(0);
        return readings.stream().filter(each -> each.end() == end).toList();
    }

    /// "제주" may be the 시도 or 제주시: the wider one is certain.
    private static void dropBelowCity(Set<Region> regions, List<Reading> best) {
        for (var each : best) {
            if (each.isCityOnly()) {
                var city = each.regions().getFirst().city();
                regions.removeIf(other -> other.district() != null && other.city().equals(city));
            }
        }
    }

    /// The 읍면동 further on may decide between the regions, or name the 일반구.
    private static Set<Region> byDong(String text, List<Reading> best, Set<Region> regions) {
        var found = new LinkedHashSet<Region>();
        for (var reading : best) {
            for (var region : regions) {
                var within = reading.isCityOnly() ? "" : fullName(region, reading);
                dongIn(text, reading.end(), region.city(), within).ifPresent(found::add);
            }
        }
        return found;
    }

    /// A bare or former name stands for what the table of 읍면동 is kept under.
    private static String fullName(Region region, Reading reading) {
        var written = reading.written();
        var district = region.district();
        return district != null && district.startsWith(written) ? district : written;
    }

    private static Optional<Region> dongIn(String text, int from, String city, String within) {
        var dongs = GAZETTEER.dongs(city, within);
        if (dongs.isEmpty()) {
            return Optional.empty();
        }
        return wordsFrom(text, from).stream()
                .flatMap(word -> candidates(word).stream())
                .filter(dongs::containsKey)
                .map(dongs::get)
                .findFirst();
    }

    private static List<String> wordsFrom(String text, int from) {
        return List.of(text.substring(from).strip().split(" "));
    }

    /// `역삼1동`, `항동7가` and `신포동12` all name a 동.
    private static List<String> candidates(String word) {
        var letters = letters(word, 0);
        var rest = word.substring(letters.length());
        var names = new ArrayList<>(List.of(letters));
        if (NUMBERED_DONG.matcher(rest).matches()) {
            names.add(letters + "동");
        }
        return names;
    }
}
