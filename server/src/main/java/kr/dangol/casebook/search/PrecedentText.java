package kr.dangol.casebook.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.SimilarQuery;
import kr.dangol.shared.Budget;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// A precedent or a question as words: its traits, each a label people would use, the words that
/// name it (title and prize, or a wish), and the details of how it works. A general embedder reads
/// [#plain]; one of our own may weigh the parts.
public record PrecedentText(Map<Trait, String> traits, String words, String details) {

    /// What is known of an event besides its wording.
    public enum Trait {
        BUSINESS_TYPE,
        INDUSTRY,
        PURPOSE,
        CHANNEL,
        SEASON,
        CITY,
        DISTRICT,
        BUDGET,
        RETURN
    }

    public PrecedentText {
        traits = Map.copyOf(traits);
    }

    public static PrecedentText of(Precedent precedent) {
        var traits =
                traits(
                        precedent.industry(),
                        precedent.businessType(),
                        precedent.region(),
                        precedent.season(),
                        precedent.purpose(),
                        precedent.channel(),
                        precedent.cost());
        var roi = precedent.roi();
        if (roi != null) {
            traits.put(Trait.RETURN, roi < 0 ? "손해" : roi < 150 ? "보통 수익" : "높은 수익");
        }
        var words = joined(List.of(precedent.title(), precedent.prize()));
        return new PrecedentText(traits, words, precedent.participation());
    }

    public static PrecedentText of(SimilarQuery query) {
        var traits =
                traits(
                        query.industry(),
                        query.businessType(),
                        query.region(),
                        query.season(),
                        query.purpose(),
                        query.channel(),
                        query.budget());
        return new PrecedentText(traits, query.wish(), "");
    }

    /// A question in somebody's own words and nothing else.
    public static PrecedentText ofWords(String words) {
        return new PrecedentText(Map.of(), words, "");
    }

    /// Everything in one line, traits first.
    public String plain() {
        return joined(
                Stream.concat(new TreeMap<>(traits).values().stream(), Stream.of(words, details))
                        .toList());
    }

    private static Map<Trait, String> traits(
            Industry industry,
            BusinessType type,
            @Nullable Region region,
            @Nullable Season season,
            @Nullable Purpose purpose,
            @Nullable Channel channel,
            @Nullable Won cost) {
        var traits = new TreeMap<Trait, String>();
        traits.put(Trait.INDUSTRY, industry.label());
        traits.put(Trait.BUSINESS_TYPE, type.name());
        put(traits, Trait.CITY, region == null ? null : region.city());
        put(traits, Trait.DISTRICT, region == null ? null : region.district());
        put(traits, Trait.SEASON, season == null ? null : season.label());
        put(traits, Trait.PURPOSE, purpose == null ? null : purpose.label());
        put(traits, Trait.CHANNEL, channel == null ? null : channel.label());
        put(traits, Trait.BUDGET, cost == null ? null : budget(cost));
        return traits;
    }

    private static void put(Map<Trait, String> traits, Trait trait, @Nullable String label) {
        if (label != null) {
            traits.put(trait, label);
        }
    }

    private static String budget(Won cost) {
        for (var budget : Budget.values()) {
            if (BudgetBand.of(budget, null).contains(cost)) {
                return "예산 " + KoreanMoney.spoken(roundedUp(cost));
            }
        }
        return "예산 없음";
    }

    /// To one significant digit, so that near amounts read the same.
    private static Won roundedUp(Won cost) {
        var unit = (long) Math.pow(10, Math.floor(Math.log10(cost.amount())));
        return Won.of((cost.amount() + unit - 1) / unit * unit);
    }

    private static String joined(Collection<String> parts) {
        return parts.stream().filter(each -> !each.isBlank()).collect(Collectors.joining(" · "));
    }
}
