package kr.dangol.casebook;

import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What measured events of several shops had in common and brought, as medians over shops. Stands
/// for them wherever another owner reads it, because a single shop must not be recognised.
/// `businessType` is null when the group spans its whole industry.
public record PrecedentGroup(
        PrecedentId id,
        String title,
        Industry industry,
        @Nullable BusinessType businessType,
        @Nullable Purpose purpose,
        @Nullable Channel channel,
        int stores,
        int events,
        Won cost,
        int participants,
        int roi) {

    /// The least number of shops a group stands for.
    public static final int MIN_STORES = 5;

    public PrecedentGroup {
        if (stores < MIN_STORES) {
            throw new IllegalArgumentException("a group of " + stores + " stores");
        }
    }
}
