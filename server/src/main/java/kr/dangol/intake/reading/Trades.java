package kr.dangol.intake.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;

/// Which trade a text speaks of. Words for places ("빵집") count more than words for goods ("커피"),
/// which may be a prize anywhere.
final class Trades {

    private static final int OF_PLACE = 3;
    private static final int OF_GOODS = 1;
    private static final int ENOUGH = 3;

    private static final Pattern PLACE =
            Pattern.compile(
                    "(?!.*(?:가방|주방|금방|직장|시장)$).*(?:집|점|샵|숍|실|원|방|장|소|관|당|카페|까페|커피숍|호텔|펜션|모텔|마트|하우스|센터|살롱|클럽|약국|호프|포차|펍|와인바"
                            + "|스튜디오|매장|가게|필라테스|요가|헬스|헬스클럽|피트니스|크로스핏|이자카야|베이커리|레스토랑|뷔페|세탁|왁싱|네일|헤어|세차|셀프세차|문구|분식|화원|플라워|바버샵|리조트|독서실|이발관|족발보쌈)");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}·]+");
    private static final Pattern PARTICLE =
            Pattern.compile("(?:에서는|에서|으로|로|은|는|이|가|을|를|의|에|도|와|과|입니다|이에요|예요|인데|이고|이라|에요|인|중)$");

    /// A place somebody else keeps, or goods as a voucher.
    private static final Pattern ELSEWHERE =
            Pattern.compile("^\\s?(?:옆|앞|근처|맞은편|건너편|쿠폰|기프티콘|교환권|상품권|사진)");

    record Trade(BusinessType type, boolean plain) {}

    Optional<Trade> in(PreparedText text) {
        var scores = new HashMap<BusinessType, Integer>();
        text.sentences().forEach(each -> count(each, scores));
        text.tags().forEach(each -> countWord(each, scores));
        return best(scores);
    }

    private static void count(String sentence, Map<BusinessType, Integer> scores) {
        var words = WORD.matcher(sentence).results().toList();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (ELSEWHERE.matcher(sentence.substring(word.end())).find()) {
                continue;
            }
            if (i + 1 < words.size() && isPair(word.group(), words.get(i + 1).group(), scores)) {
                i++;
            } else {
                countWord(word.group(), scores);
            }
        }
    }

    /// Whether a word ends with a trade's own place: "카페", "수제맥주집".
    static boolean isPlace(String word) {
        for (var from = 0; from <= word.length() - 2; from++) {
            var ending = word.substring(from);
            if (PLACE.matcher(ending).matches() && BusinessTypes.find(ending).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// "네일 샵", "디저트 가게".
    private static boolean isPair(String first, String second, Map<BusinessType, Integer> scores) {
        var joined = first + PARTICLE.matcher(second).replaceFirst("");
        if (second.length() > 4 || !PLACE.matcher(joined).matches()) {
            return false;
        }
        var type = BusinessTypes.find(joined);
        type.ifPresent(found -> scores.merge(found, OF_PLACE, Integer::sum));
        return type.isPresent();
    }

    /// The longest ending of the word that names a trade: "합정카페", "안경원에서".
    private static void countWord(String word, Map<BusinessType, Integer> scores) {
        for (var form : List.of(word, PARTICLE.matcher(word).replaceFirst(""))) {
            for (var from = 0; from <= form.length() - 2; from++) {
                var ending = form.substring(from);
                var type = BusinessTypes.find(ending);
                if (type.isPresent()) {
                    var isPlace = PLACE.matcher(ending).matches();
                    scores.merge(type.get(), isPlace ? OF_PLACE : OF_GOODS, Integer::sum);
                    return;
                }
            }
        }
    }

    /// Empty where two trades are named about as often.
    private static Optional<Trade> best(Map<BusinessType, Integer> scores) {
        var ranked =
                scores.entrySet().stream()
                        .filter(each -> !BusinessTypes.isGeneral(each.getKey()))
                        .sorted(Map.Entry.<BusinessType, Integer>comparingByValue().reversed())
                        .toList();
        if (ranked.isEmpty() || ranked.getFirst().getValue() < ENOUGH) {
            return Optional.empty();
        }
        var second = ranked.size() > 1 ? ranked.get(1).getValue() : 0;
        var first = ranked.getFirst();
        return first.getValue() == second
                ? Optional.empty()
                : Optional.of(new Trade(first.getKey(), first.getValue() >= second + 2));
    }
}
