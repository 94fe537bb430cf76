package kr.dangol.event;

import java.time.LocalDate;
import java.util.List;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What came of an event, as its owner tells it. `revenue` is the extra revenue where the owner
/// told that instead of the ROI.
public record Figures(
        int participants,
        Won cost,
        int roi,
        @Nullable Won revenue,
        List<OutletResult> outlets,
        LocalDate completedOn,
        MeasuredBy measuredBy) {

    public Figures {
        outlets = List.copyOf(outlets);
    }

    /// Integer percent: (extra revenue − cost) / cost × 100.
    public static long roiOf(Won revenue, Won cost) {
        return Math.round(revenue.minus(cost).amount() * 100.0 / cost.amount());
    }

    /// What one outlet (배포 채널) brought and cost.
    public record OutletResult(String outlet, int participants, Won cost) {}
}
