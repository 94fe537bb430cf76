package kr.dangol.recommendation.planning;

import java.util.List;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// A plan as its writer hands it in: words, cost, winners and days, no forecast. `winners` is null
/// when everyone who takes part gets the prize; `unitPrice` is the price of one prize where known.
/// `kit` is what makes it run tomorrow.
public record PlanDraft(
        Slot slot,
        String title,
        String prize,
        String participation,
        Won cost,
        @Nullable Integer winners,
        int days,
        @Nullable Won unitPrice,
        Kit kit) {

    /// Cost items that sum to the plan's cost, the prizes first; three steps with their days, and
    /// what staff say at the counter. Empty lists where the writer gave none.
    public record Kit(List<CostItem> costItems, List<Step> steps, String staffScript) {

        public Kit {
            costItems = List.copyOf(costItems);
            steps = List.copyOf(steps);
        }
    }

    /// One line of the budget.
    public record CostItem(String name, Won amount) {}

    /// One thing to do; `day` counts from the start date, negative before it.
    public record Step(int day, String text) {}
}
