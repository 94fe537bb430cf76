package kr.dangol.event;

import java.time.LocalDate;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Everything about an event that its result may depend on. `date` is the first day it runs.
public record EventTraits(
        Industry industry,
        BusinessType businessType,
        @Nullable Region region,
        Purpose purpose,
        LocalDate date,
        Channel channel,
        Won cost,
        String prize,
        String participation) {}
