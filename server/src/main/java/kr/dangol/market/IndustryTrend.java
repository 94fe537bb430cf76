package kr.dangol.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dangol.market.CaseFigures.Scope;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.DataFile;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Josa;
import kr.dangol.shared.TradeClass;

/// How crowded a trade is, and what the case book shows for it.
final class IndustryTrend {

    private static final double RARE = 0.02;
    private static final int TOP = 5;

    private static final Map<String, String> WORDS =
            DataFile.rows(IndustryTrend.class, "trade-words.csv").stream()
                    .collect(Collectors.toMap(List::getFirst, row -> row.get(1)));

    private IndustryTrend() {}

    static Statement of(Industry industry, BusinessType type, CaseFigures cases) {
        var turn = type.name().hashCode();
        return Sentence.best(counted(industry, type), shown(industry, type, cases), turn)
                .orElseThrow();
    }

    private static List<Sentence> counted(Industry industry, BusinessType type) {
        var group = ofIndustry(industry);
        var total = group.stream().mapToLong(TradeClass::stores).sum();
        return BusinessTypes.tradeClass(type)
                .filter(each -> each.industry() == industry)
                .map(own -> ofClass(type, own, group, total))
                .orElseGet(() -> ofWhole(industry, group, total))
                .stream()
                .map(text -> new Sentence(text, TradeClass.SOURCE, TradeClass.AS_OF))
                .toList();
    }

    private static List<TradeClass> ofIndustry(Industry industry) {
        return TradeClass.all().stream()
                .filter(each -> each.industry() == industry)
                .sorted(Comparator.comparingInt(TradeClass::stores).reversed())
                .toList();
    }

    private static List<String> ofClass(
            BusinessType type, TradeClass own, List<TradeClass> group, long total) {
        var texts = new ArrayList<String>();
        var whole = Words.industry(own.industry());
        var share = own.stores() / (double) total;
        var subject = subject(type, own);
        var rank = group.indexOf(own) + 1;
        if (share < RARE) {
            texts.add(
                    Josa.EUN_NEUN.after(subject)
                            + " 전국에 "
                            + Words.places(own.stores())
                            + "뿐이라, "
                            + Words.industry(own.industry())
                            + " 안에서도 드문 편이에요.");
        } else {
            texts.add(
                    Josa.EUN_NEUN.after(subject)
                            + " 전국에 "
                            + Words.places(own.stores())
                            + "이 있어요. "
                            + Words.industry(own.industry())
                            + " "
                            + portion(share)
                            + "이에요.");
        }
        if (rank <= TOP) {
            texts.add(
                    "전국 "
                            + whole
                            + " "
                            + Words.places(total)
                            + " 가운데 "
                            + Josa.I_GA.after(subject)
                            + " "
                            + Words.ordinal(rank)
                            + " 많아요("
                            + Words.places(own.stores())
                            + ").");
        }
        return texts;
    }

    private static String portion(double share) {
        return share > 0.4 ? Math.round(share * 100) + "%" : Words.oneIn(share);
    }

    /// A class that holds other trades too is named as what it is.
    private static String subject(BusinessType type, TradeClass own) {
        var words = WORDS.getOrDefault(own.code(), own.name() + " 업종");
        var alone =
                BusinessTypes.all().stream()
                                .filter(each ->
                                        BusinessTypes.tradeClass(each).equals(Optional.of(own)))
                                .count()
                        == 1;
        return alone || words.contains(type.name())
                ? words
                : Josa.I_GA.after(type.name()) + " 속한 " + words;
    }

    private static List<String> ofWhole(Industry industry, List<TradeClass> group, long total) {
        var largest = group.getFirst();
        return List.of(
                "전국 "
                        + Words.industry(industry)
                        + " 점포는 "
                        + Words.places(total)
                        + "이고, 그중 "
                        + Josa.I_GA.after(WORDS.getOrDefault(largest.code(), largest.name()))
                        + " "
                        + Words.places(largest.stores())
                        + "으로 가장 많아요.");
    }

    private static List<Sentence> shown(Industry industry, BusinessType type, CaseFigures cases) {
        var ofType = cases.find(Scope.of(industry).type(type.name()));
        if (ofType.isPresent()) {
            return sentences(type.name(), ofType.get(), cases);
        }
        return cases.find(Scope.of(industry))
                .map(each -> sentences(Words.industry(industry), each, cases))
                .orElse(List.of());
    }

    static List<Sentence> sentences(String whom, Figures figures, CaseFigures cases) {
        return CaseSentences.about(whom, figures).stream()
                .map(text -> new Sentence(text, CaseFigures.SOURCE, cases.asOf()))
                .toList();
    }
}
