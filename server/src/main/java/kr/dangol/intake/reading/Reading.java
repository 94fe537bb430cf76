package kr.dangol.intake.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a text turned out to say: its candidate cases, or why there are none.
public record Reading(List<CandidateCase> cases, @Nullable String dropped) {

    public Reading {
        cases = List.copyOf(cases);
    }

    public static Reading of(CandidateCase... cases) {
        return new Reading(List.of(cases), null);
    }

    /// `reason` is shown to operators and counted, so it is one of a few Korean sentences.
    public static Reading dropped(String reason) {
        return new Reading(List.of(), reason);
    }
}
