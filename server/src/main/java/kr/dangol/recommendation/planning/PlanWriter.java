package kr.dangol.recommendation.planning;

import java.util.Set;
import java.util.function.Consumer;
import kr.dangol.shared.Slot;

/// Writes plans for a brief.
public interface PlanWriter {

    /// Writes one plan for each wanted slot and hands each over as soon as it is finished, in any
    /// order, on the calling thread. May hand over fewer than wanted: the report says why. Returns
    /// before the task's deadline and soon after the calling thread was interrupted.
    WritingReport write(WritingTask task, Set<Slot> wanted, Consumer<PlanDraft> sink);
}
