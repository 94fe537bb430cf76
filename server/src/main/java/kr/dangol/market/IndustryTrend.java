package kr.dangol.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private static final double LARGE = 0.4;
    private static final int TOP = 5;

    private static final Map<String, String> WORDS =
            DataFile.rows(IndustryTrend.class, "trade-words.csv").stream()
                    .collect(Collectors.toMap(List::getFirst, row -> row.get(1)));

    private static final Map<Industry, List<TradeClass>> CLASSES =
            TradeClass.all().stream()
                    .sorted(Comparator.comparingInt(TradeClass::stores).reversed())
                    .collect(Collectors.groupingBy(TradeClass::industry));

    private static final Map<String, Long> TYPES_OF_CLASS =
            BusinessTypes.all().stream()
                    .flatMap(each -> BusinessTypes.tradeClass(each).stream())
                    .collect(Collectors.groupingBy(TradeClass::code, Collectors.counting()));

    private IndustryTrend() {}

    static Statement of(
            Industry industry, BusinessType type, CaseFigures cases, PublicSentences told) {
        var turn = type.name().hashCode();
        return Sentence.best(counts(industry, type, told), shown(industry, type, cases), turn)
                .orElseThrow();
    }

    /// Collected counts, unless those that ship with the product are newer.
    private static List<Sentence> counts(
            Industry industry, BusinessType type, PublicSentences told) {
        return told.national(industry, type)
                .filter(each -> !each.asOf().isBefore(TradeClass.AS_OF))
                .map(List::of)
                .orElseGet(() -> counted(industry, type));
    }

    private static List<Sentence> counted(Industry industry, BusinessType type) {
        var group = CLASSES.getOrDefault(industry, List.of());
        var total = group.stream().mapToLong(TradeClass::stores).sum();
        return BusinessTypes.tradeClass(type)
                .filter(each -> each.industry() == industry)
                .map(own -> ofClass(type, own, group, total))
                .orElseGet(() -> ofWhole(industry, group, total))
                .stream()
                .map(text -> new Sentence(text, TradeClass.SOURCE, TradeClass.AS_OF))
                .toList();
    }

    private static List<String> ofClass(
            BusinessType type, TradeClass own, List<TradeClass> group, long total) {
        var subject = subject(type, own);
        var count = Words.places(own.stores());
        var whole = Words.industry(own.industry());
        var texts = new ArrayList<String>();
        texts.add(
                Josa.EUN_NEUN.after(subject)
                        + " 전국에 "
                        + count
                        + standing(own.stores() / (double) total, whole));
        var rank = group.indexOf(own) + 1;
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
                            + count
                            + ").");
        }
        return texts;
    }

    private static String standing(double share, String whole) {
        if (share < RARE) {
            return "뿐이라, " + whole + " 안에서도 드문 편이에요.";
        }
        return share > LARGE
                ? "으로, " + whole + "의 " + Math.round(share * 100) + "%를 차지해요."
                : "으로, " + whole + " " + Words.oneIn(share) + "이에요.";
    }

    /// A class that holds other trades too is named as what it is.
    static String subject(BusinessType type, TradeClass own) {
        var words = words(own);
        var alone = TYPES_OF_CLASS.getOrDefault(own.code(), 0L) == 1;
        return alone || words.contains(type.name())
                ? words
                : Josa.I_GA.after(type.name()) + " 속한 " + words;
    }

    private static String words(TradeClass own) {
        return WORDS.getOrDefault(own.code(), own.name() + " 업종");
    }

    private static List<String> ofWhole(Industry industry, List<TradeClass> group, long total) {
        var largest = group.getFirst();
        return List.of(
                Josa.EUN_NEUN.after(Words.industry(industry))
                        + " 전국에 "
                        + Words.places(total)
                        + "이고, 그중 "
                        + Josa.I_GA.after(words(largest))
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
