package kr.dangol.recommendation.planning;

import java.util.Set;
import java.util.function.Consumer;
import kr.dangol.shared.Slot;

/// Writes plans for a brief.
public interface PlanWriter {

    /// Writes one plan for each wanted slot and hands each over as soon as it is finished, in any
    /// order, on the calling thread. May hand over fewer than wanted when the deadline passes.
    void write(WritingTask task, Set<Slot> wanted, Consumer<PlanDraft> sink);
}
