package kr.dangol.intake.reading;

import java.time.LocalDate;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// An event as a text tells of it. Figures are null unless the text states them.
///
/// @param confidence between 0 and 1, that every field kept is what the text says
public record CandidateCase(
        String title,
        String prize,
        String participation,
        BusinessType businessType,
        @Nullable Region region,
        @Nullable LocalDate date,
        @Nullable Season season,
        @Nullable Purpose purpose,
        @Nullable Channel channel,
        @Nullable Won cost,
        @Nullable Integer participants,
        @Nullable Integer roi,
        double confidence) {}
