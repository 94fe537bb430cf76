package kr.dangol.casebook;

import java.io.IOException;
import java.io.InputStream;

/// Takes files of cases in the form of an import.
public interface CaseFiles {

    Taken take(InputStream csv, RefusedLine refused) throws IOException;

    /// Every line received was stored, a duplicate, or refused; outliers are among the stored.
    record Taken(long received, long stored, long duplicates, long outliers) {}

    /// Hears of every line that is refused, in their order.
    interface RefusedLine {
        void refused(long line, String reason);
    }
}
