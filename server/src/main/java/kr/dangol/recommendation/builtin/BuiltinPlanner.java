package kr.dangol.recommendation.builtin;

import java.util.Comparator;
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
        wanted.stream().sorted().forEach(slot -> sink.accept(write(setting, slot)));
    }

    private PlanDraft write(Setting setting, Slot slot) {
        var brief = setting.brief();
        var mix = Mix.of(brief, slot);
        var cost = Money.cost(BudgetBand.of(slot.budget(), brief.maxBudget()), mix);
        var composer = new Composer(setting, slot, cost, mix);
        return ranked(setting, slot, Tier.of(cost), mix)
                .map(composer::compose)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no title left for " + slot));
    }

    /// Best first. Mechanics for another purpose or another amount of money come last, for the case
    /// that all others are used up.
    private Stream<Mechanic> ranked(Setting setting, Slot slot, Tier tier, Mix mix) {
        return library.mechanics().stream()
                .filter(each -> each.channels().contains(slot.channel()))
                .filter(each -> isPossible(each, setting))
                .map(each -> new Ranked(each, score(each, setting, tier, mix)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .map(Ranked::mechanic);
    }

    private record Ranked(Mechanic mechanic, double score) {}

    private static boolean isPossible(Mechanic mechanic, Setting setting) {
        var fit = mechanic.fit();
        var brief = setting.brief();
        return fit.suits(setting.trade())
                && !setting.isUsed(mechanic)
                && (fit.ask().isEmpty() || setting.wish().asksForOneOf(fit.ask()))
                && (fit.seasons().isEmpty() || fit.seasons().contains(brief.season()))
                && (!mechanic.isSeasonal() || setting.occasionFor(mechanic) != null)
                && setting.wish().refused().stream().noneMatch(mechanic.tags()::contains);
    }

    /// The weights are set by reading: a wish outweighs everything but purpose and money, chance
    /// decides between what fits equally well, and two of a kind in one answer are avoided.
    private static double score(Mechanic mechanic, Setting setting, Tier tier, Mix mix) {
        var score = mix.fraction() * 2;
        score += mechanic.purposes().contains(setting.brief().purpose()) ? 0 : -40;
        score += mechanic.tiers().contains(tier) ? 0 : -20;
        score += 3 * setting.wish().wanted().stream().filter(mechanic.tags()::contains).count();
        score += speaksTo(setting.wish(), mechanic) ? 1.5 : 0;
        score += isSpecific(mechanic.fit()) ? 0.5 : 0;
        score += mechanic.isSeasonal() ? setting.seasonal() < 2 ? 1.2 : -6 : 0;
        score -= 1.2 * setting.timesSeen(mechanic);
        score -= setting.hasKind(mechanic.kind()) ? 4 : 0;
        return score;
    }

    private static boolean speaksTo(Wish wish, Mechanic mechanic) {
        return (!wish.crowd().isEmpty() && mechanic.mentions("$crowd"))
                || (!wish.quiet().isEmpty() && mechanic.mentions("$quiet"));
    }

    private static boolean isSpecific(Mechanic.Fit fit) {
        return Stream.of(fit.needs(), fit.any(), fit.trades()).anyMatch(set -> !set.isEmpty());
    }
}
