package kr.dangol.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dangol.shared.NameTrie.Name;

/// Every region with every name people write for it: official and short, old and new. Names of the
/// 시도 are kept apart from the names below them, because `중구` means five things alone and one behind
/// `부산`.
final class Gazetteer {

    static final Gazetteer LOADED = new Gazetteer();

    private final Map<String, Region> byLabel = new LinkedHashMap<>();
    private final NameTrie cities = new NameTrie();
    private final Map<String, NameTrie> unitsOf = new HashMap<>();
    private final NameTrie units = new NameTrie();
    private final Map<String, Map<String, Region>> dongs = new HashMap<>();

    private Gazetteer() {
        loadCities();
        DataFile.rows("regions.csv").forEach(row -> addUnit(row.get(1), row.get(3), row.get(4)));
        DataFile.rows("region-aliases.csv").forEach(this::addAlias);
        DataFile.rows("dongs.csv").forEach(this::addDongs);
    }

    /// The regions below the 시도, and 세종, in the order of the official codes.
    List<Region> all() {
        return byLabel.values().stream()
                .filter(each -> each.district() != null || each.city().equals("세종"))
                .toList();
    }

    Optional<Region> byLabel(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    List<Region> cityRegions() {
        return byLabel.values().stream().filter(each -> each.district() == null).toList();
    }

    /// Names of the 시도.
    NameTrie cities() {
        return cities;
    }

    /// Names below the 시도 that may stand without it.
    NameTrie units() {
        return units;
    }

    /// Names below one 시도.
    NameTrie unitsOf(String city) {
        return Objects.requireNonNull(unitsOf.get(city), city);
    }

    /// 읍면동 that decide between regions, by what was written before them.
    Map<String, Region> dongs(String city, String within) {
        return dongs.getOrDefault(city + "|" + within, Map.of());
    }

    private Region required(String label) {
        return Objects.requireNonNull(byLabel.get(label), label);
    }

    private void loadCities() {
        for (var row : DataFile.rows("city-aliases.csv")) {
            var city = new Region(row.getFirst(), null);
            byLabel.put(city.label(), city);
            unitsOf.put(city.city(), new NameTrie());
            for (var written : DataFile.parts(row.get(1))) {
                var bare = !written.matches(".*[시도]");
                cities.add(new Name(spaced(written), bare, List.of(city)));
            }
        }
    }

    /// Official names are also met as "서울 특별시".
    private static String spaced(String official) {
        return official.replaceFirst("(?<=..)(?=통합특별시|특별자치|특별시|광역시)", " ");
    }

    private void addUnit(String city, String sigungu, String gu) {
        if (sigungu.isEmpty()) {
            return;
        }
        var region = new Region(city, gu.isEmpty() ? sigungu : sigungu + " " + gu);
        byLabel.put(region.label(), region);
        if (gu.isEmpty()) {
            both(city, sigungu, false, region);
            stem(sigungu).ifPresent(stem -> both(city, stem, true, region));
        } else {
            addDistrictOfCity(region, sigungu, gu);
        }
    }

    private void addDistrictOfCity(Region region, String sigungu, String gu) {
        both(region.city(), gu, false, region);
        for (var before : List.of(sigungu, sigungu.substring(0, sigungu.length() - 1))) {
            both(region.city(), before + " " + gu, false, region);
            stem(gu).ifPresent(stem -> both(region.city(), before + " " + stem, true, region));
        }
    }

    /// `강남` of `강남구`. One syllable (`중`, `남`) would mean too much.
    private static Optional<String> stem(String unit) {
        return unit.length() > 2
                ? Optional.of(unit.substring(0, unit.length() - 1))
                : Optional.empty();
    }

    private void both(String city, String written, boolean bare, Region region) {
        var name = new Name(written, bare, List.of(region));
        unitsOf(city).add(name);
        units.add(name);
    }

    /// An old or short name never takes a place that a present name holds.
    private void addAlias(List<String> row) {
        var city = row.get(0);
        var written = row.get(1);
        var regions = new ArrayList<Region>();
        for (var label : DataFile.parts(row.get(2))) {
            regions.add(required(label));
        }
        var name = new Name(written, !written.matches(".*[시군구]"), List.copyOf(regions));
        unitsOf(city).add(name);
        if (row.get(3).equals("yes") && !units.has(written)) {
            units.add(name);
        }
    }

    private void addDongs(List<String> row) {
        var region = required(row.get(0) + " " + row.get(2));
        var known = dongs.computeIfAbsent(row.get(0) + "|" + row.get(1), _ -> new HashMap<>());
        DataFile.parts(row.get(3)).forEach(dong -> known.put(dong, region));
    }
}
