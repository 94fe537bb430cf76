package kr.dangol.shared;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The regions of Korea as of July 2026: 16 시도, their 시군구, and the 일반구 of large cities.
public final class Regions {

    private static final Gazetteer GAZETTEER = Gazetteer.LOADED;
    private static final List<Region> ALL = GAZETTEER.all();
    private static final List<Region> CITIES = GAZETTEER.cityRegions();
    private static final Map<String, Region> CODES = codes();

    private Regions() {}

    /// Every 시군구 and 일반구, and 세종, ordered by 시도.
    public static List<Region> all() {
        return ALL;
    }

    /// The 16 시도, each without a district.
    public static List<Region> cities() {
        return CITIES;
    }

    /// The official codes of the 시도 with their names, in the order of the codes.
    public static Map<String, Region> cityCodes() {
        return CODES;
    }

    private static Map<String, Region> codes() {
        var codes = new TreeMap<String, Region>();
        DataFile.rows("regions.csv")
                .forEach(row -> codes.put(row.get(0), new Region(row.get(1), null)));
        return Collections.unmodifiableMap(codes);
    }

    /// The region that two names mean, be they short, official or of former times. Empty when they
    /// mean nothing we know, or several things (인천 중구 became two).
    public static Optional<Region> find(String city, @Nullable String district) {
        var sido = only(GAZETTEER.cities(), KoreanText.clean(city));
        if (sido.isEmpty() || district == null || district.isBlank()) {
            return sido;
        }
        var below = KoreanText.clean(district);
        if (sido.get().city().equals("세종")) {
            return sido.filter(_ -> only(GAZETTEER.cities(), below).equals(sido));
        }
        return only(GAZETTEER.unitsOf(sido.get().city()), below);
    }

    /// The 시 of a 일반구, the 시도 of a 시군구, nothing for a 시도.
    public static Optional<Region> parent(Region region) {
        var district = region.district();
        if (district == null) {
            return Optional.empty();
        }
        var gap = district.indexOf(' ');
        return GAZETTEER.byLabel(
                gap < 0 ? region.city() : region.city() + " " + district.substring(0, gap));
    }

    private static Optional<Region> only(NameTrie names, String written) {
        var meant =
                names.match(written, 0).stream()
                        .filter(each -> each.end() == written.length())
                        .flatMap(each -> each.name().regions().stream())
                        .collect(Collectors.toCollection(HashSet::new));
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }
}
