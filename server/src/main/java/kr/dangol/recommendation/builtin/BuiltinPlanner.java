package kr.dangol.recommendation.builtin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.PlanWriter;
import kr.dangol.recommendation.planning.WritingReport;
import kr.dangol.recommendation.planning.WritingTask;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.Slot;
import org.springframework.stereotype.Component;

/// Writes plans without a language model, in a few milliseconds and without any input or output: it
/// picks event mechanics that suit the trade, purpose, season, money and wish, and words them with
/// the trade's vocabulary. The same brief always gets the same plans.
@Component
public final class BuiltinPlanner implements PlanWriter {

    private final Library library;

    public BuiltinPlanner() {
        library = Library.load();
    }

    /// Always writes every wanted slot, whatever the deadline: it is what others fall back to.
    @Override
    public WritingReport write(WritingTask task, Set<Slot> wanted, Consumer<PlanDraft> sink) {
        write(task.brief(), wanted, sink);
        return WritingReport.complete();
    }

    void write(Brief brief, Set<Slot> wanted, Consumer<PlanDraft> sink) {
        var setting = new Setting(brief, library);
        var candidates = Candidate.all(library, setting);
        wanted.stream().sorted().forEach(slot -> sink.accept(write(setting, candidates, slot)));
    }

    private static PlanDraft write(Setting setting, List<Candidate> candidates, Slot slot) {
        var brief = setting.brief();
        var mix = Mix.of(brief, slot);
        var cost = Money.cost(BudgetBand.of(slot.budget(), brief.maxBudget()), mix);
        var composer = new Composer(setting, slot, cost, mix);
        return ranked(setting, candidates, slot, Tier.of(cost), mix)
                .map(composer::compose)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no title left for " + slot));
    }

    /// Best first. Mechanics for another purpose or another amount of money come last, for the case
    /// that all others are used up.
    private static Stream<Candidate> ranked(
            Setting setting, List<Candidate> candidates, Slot slot, Tier tier, Mix mix) {
        return candidates.stream()
                .filter(each -> each.mechanic().channels().contains(slot.channel()))
                .filter(each -> !setting.isUsed(each.mechanic()))
                .map(each -> new Ranked(each, score(each, setting, tier, mix)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .map(Ranked::candidate);
    }

    private record Ranked(Candidate candidate, double score) {}

    /// Chance decides between what fits equally well; two of a kind and more than two plans for an
    /// occasion are avoided within one answer.
    private static double score(Candidate candidate, Setting setting, Tier tier, Mix mix) {
        var mechanic = candidate.mechanic();
        var score = candidate.merit() + 2 * mix.fraction();
        score += mechanic.tiers().contains(tier) ? 0 : -20;
        score += mechanic.isSeasonal() ? setting.seasonal() < 2 ? 1.2 : -6 : 0;
        score -= setting.hasKind(mechanic.kind()) ? 4 : 0;
        return score;
    }
}
