package kr.dangol.benchmarks.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.PlanReview;
import kr.dangol.recommendation.planning.Verdict.Accepted;
import kr.dangol.recommendation.planning.Verdict.Refused;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.Slot;

/// Adds up what the plans of one writer are worth, by rules that share nothing with any writer. All
/// shares are of 1; `likeness` is the mean share of common letter triples between the ways of
/// taking part of one answer, lower is more varied.
final class Scores {

    /// Words that no shop of a trade would put on its door; a trade without a row is not checked.
    private static final Map<String, List<String>> FOREIGN_WORDS =
            Map.of(
                    "세탁소", List.of("음료 무료", "아메리카노 증정", "객실", "시술", "메뉴판", "테이블"),
                    "학원", List.of("맥주", "소주", "객실", "시식", "네일"),
                    "미용실", List.of("객실", "맥주", "시식", "세탁", "배달"),
                    "네일샵", List.of("객실", "맥주", "시식", "세탁", "배달"),
                    "꽃집", List.of("맥주", "객실", "시술", "세탁", "시식"),
                    "모텔", List.of("시식", "수강", "네일", "꽃다발 만들기"),
                    "헬스장", List.of("맥주", "객실", "네일", "세탁물"),
                    "편의점", List.of("객실", "시술", "수강"),
                    "카페", List.of("객실", "시술", "소주", "세탁"),
                    "고깃집", List.of("객실", "시술", "수강", "세탁물"));

    private int answers;
    private int wanted;
    private int written;
    private int accepted;
    private int insideAim;
    private int misfits;
    private int wishes;
    private int wishesHeard;
    private int traps;
    private int trapsAvoided;
    private double likeness;
    private final Map<String, Integer> titles = new HashMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();

    void add(EvaluationBrief asked, Collection<PlanDraft> plans) {
        answers++;
        wanted += Slot.values().length;
        written += plans.size();
        var taken = new ArrayList<String>();
        for (var plan : plans) {
            judge(asked, plan, taken);
        }
        judgeWish(asked, plans);
        likeness += likeness(plans.stream().map(PlanDraft::participation).toList());
    }

    private void judge(EvaluationBrief asked, PlanDraft plan, List<String> taken) {
        switch (PlanReview.review(plan, asked.brief(), taken)) {
            case Accepted _ -> accepted++;
            case Refused refused -> refusals.merge(refused.reason().name(), 1, Integer::sum);
        }
        taken.add(plan.title());
        titles.merge(plan.title(), 1, Integer::sum);
        var band = BudgetBand.of(plan.slot().budget(), asked.brief().maxBudget());
        if (!plan.cost().isMoreThan(band.aimTo()) && !band.aimFrom().isMoreThan(plan.cost())) {
            insideAim++;
        }
        var text = text(plan);
        if (FOREIGN_WORDS.getOrDefault(asked.brief().businessType().name(), List.of()).stream()
                .anyMatch(text::contains)) {
            misfits++;
        }
    }

    private void judgeWish(EvaluationBrief asked, Collection<PlanDraft> plans) {
        var text = String.join("\n", plans.stream().map(Scores::text).toList());
        if (!asked.shouldMention().isEmpty()) {
            wishes++;
            wishesHeard += asked.shouldMention().stream().anyMatch(text::contains) ? 1 : 0;
        }
        if (!asked.mustNotMention().isEmpty()) {
            traps++;
            trapsAvoided += asked.mustNotMention().stream().noneMatch(text::contains) ? 1 : 0;
        }
    }

    private static String text(PlanDraft plan) {
        return String.join(
                "\n", plan.title(), plan.prize(), plan.participation(), plan.kit().staffScript());
    }

    private static double likeness(List<String> texts) {
        var triples = texts.stream().map(Scores::triples).toList();
        var sum = 0.0;
        var pairs = 0;
        for (var i = 0; i < triples.size(); i++) {
            for (var j = i + 1; j < triples.size(); j++) {
                sum += jaccard(triples.get(i), triples.get(j));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private static Set<String> triples(String text) {
        var bare = text.replaceAll("\\s+", "");
        var triples = new HashSet<String>();
        for (var i = 0; i + 3 <= bare.length(); i++) {
            triples.add(bare.substring(i, i + 3));
        }
        return triples;
    }

    private static double jaccard(Set<String> one, Set<String> other) {
        var common = one.stream().filter(other::contains).count();
        var all = one.size() + other.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /// The rows of the report, name and value.
    List<Map.Entry<String, String>> rows() {
        var mostOften = titles.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return List.of(
                Map.entry("plans written", share(written, wanted)),
                Map.entry("plans that pass the review", share(accepted, wanted)),
                Map.entry("cost inside the aimed range", share(insideAim, written)),
                Map.entry("plans with a word foreign to the trade", share(misfits, written)),
                Map.entry("wishes heard", share(wishesHeard, wishes)),
                Map.entry("traps avoided", share(trapsAvoided, traps)),
                Map.entry(
                        "different titles",
                        "%d of %d, most often %d times"
                                .formatted(titles.size(), written, mostOften)),
                Map.entry(
                        "likeness within an answer",
                        "%.3f".formatted(likeness / Math.max(1, answers))),
                Map.entry("refused because", refusals.isEmpty() ? "-" : refusals.toString()));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : "%.1f %% (%d of %d)".formatted(100.0 * part / whole, part, whole);
    }
}
