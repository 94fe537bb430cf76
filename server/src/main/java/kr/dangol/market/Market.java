package kr.dangol.market;

import java.time.LocalDate;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// The door to what is known about the market.
public interface Market {

    /// Trends for an event of such a shop that starts on `date`. Always answers, from memory.
    Trends trends(
            Industry industry, BusinessType businessType, @Nullable Region region, LocalDate date);
}
