package kr.dangol.intake.reading;

import java.util.List;

/// Reads texts from outside into candidate cases. What cannot be read with confidence is dropped
/// and never invented.
public interface CaseReader {

    /// One reading for each text, in their order. The caller stores what comes back before it asks
    /// for the next batch, so that a kill repeats at most one batch.
    List<Reading> read(List<CollectedText> texts);
}
