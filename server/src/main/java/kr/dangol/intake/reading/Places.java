package kr.dangol.intake.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.dangol.shared.AddressParser;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Placement.Ambiguous;
import kr.dangol.shared.Placement.Placed;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;

/// Where the shop of a text is. A name alone that is also a word or a dish ("동해", "전주 비빔밥") counts
/// only where what stands beside it shows that a place is meant.
final class Places {

    private static final int WINDOW = 3;

    private static final Pattern BREAKS =
            Pattern.compile("[\\s\\[\\](){}<>【】「」\"'“”‘’:;,/·|*+=_~-]+");
    private static final Pattern FULL = Pattern.compile(".{2,}[시군구도]");
    private static final Pattern AREA = Pattern.compile(".+(?:동|읍|면|역|구|시|군|점|지구|대|시장|해변)");
    private static final Pattern PARTICLE =
            Pattern.compile("(?<=.{2})(?:에서는|에서|에는|에|의|으로|로|은|는|이|가|도)$");
    private static final Pattern BRANCH = Pattern.compile("(?<=.{2})(?:점|본점)$");
    private static final Pattern TAG_END =
            Pattern.compile("(?:맛집|핫플|핫플레이스|가볼만한곳|데이트|추천|근처|숙소|여행)$");
    private static final int SHORTEST = 2;

    Optional<Region> in(PreparedText text) {
        var addressed = new LinkedHashSet<Region>();
        text.sentences().forEach(each -> collect(each, addressed));
        var told = one(addressed);
        if (told.isPresent() || !addressed.isEmpty()) {
            return told;
        }
        var tagged = new LinkedHashSet<Region>();
        text.tags().forEach(each -> tagged(each).ifPresent(tagged::add));
        return one(tagged);
    }

    private static void collect(String sentence, LinkedHashSet<Region> found) {
        var words = BREAKS.splitAsStream(sentence).filter(each -> !each.isEmpty()).toList();
        for (var i = 0; i < words.size(); i++) {
            var size = Math.min(WINDOW, words.size() - i);
            var region = at(words.subList(i, i + size));
            if (region.isPresent()) {
                found.add(region.get());
                i += size - 1;
            }
        }
    }

    /// The region that begins with the first of the words.
    private static Optional<Region> at(List<String> words) {
        var first = bare(words.getFirst());
        var alone = AddressParser.parse(first);
        var isFull = FULL.matcher(first).matches();
        if (!(alone instanceof Placed || alone instanceof Ambiguous)) {
            return Optional.empty();
        }
        if (!isFull && !isPlaceBeside(words)) {
            return Optional.empty();
        }
        var cleaned = new ArrayList<String>();
        words.forEach(each -> cleaned.add(bare(each)));
        return AddressParser.parse(String.join(" ", cleaned)) instanceof Placed placed
                ? Optional.of(placed.region())
                : Optional.empty();
    }

    private static String bare(String word) {
        var plain = PARTICLE.matcher(word).replaceFirst("");
        return BRANCH.matcher(plain).replaceFirst("");
    }

    private static boolean isPlaceBeside(List<String> words) {
        if (BRANCH.matcher(words.getFirst()).find() || words.getFirst().matches(".+에서(?:는)?")) {
            return true;
        }
        if (words.size() < 2) {
            return false;
        }
        var next = PARTICLE.matcher(words.get(1)).replaceFirst("");
        return AREA.matcher(next).matches()
                || AddressParser.parse(next) instanceof Placed
                || TAG_END.matcher(next).find()
                || Trades.isPlace(next);
    }

    private static Optional<Region> tagged(String tag) {
        var rest = TAG_END.matcher(tag).replaceFirst("");
        for (var from = SHORTEST; from <= rest.length(); from++) {
            var place = rest.substring(0, from);
            var trade = rest.substring(from);
            var isWhole = trade.isEmpty() && rest.length() < tag.length();
            if ((isWhole || isTrade(trade))
                    && AddressParser.parse(place) instanceof Placed placed) {
                return Optional.of(placed.region());
            }
        }
        return Optional.empty();
    }

    private static boolean isTrade(String word) {
        return word.length() > 1 && BusinessTypes.find(word).isPresent();
    }

    /// The narrowest, where all the others hold it; empty where the text names several places.
    private static Optional<Region> one(LinkedHashSet<Region> regions) {
        var narrowest =
                regions.stream()
                        .filter(each -> regions.stream().allMatch(other -> holds(other, each)))
                        .findFirst();
        return regions.isEmpty() ? Optional.empty() : narrowest;
    }

    private static boolean holds(Region outer, Region inner) {
        var at = Optional.of(inner);
        while (at.isPresent()) {
            if (at.get().equals(outer)) {
                return true;
            }
            at = Regions.parent(at.get());
        }
        return false;
    }
}
