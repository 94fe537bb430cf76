package kr.dangol.casebook.web;

import java.util.List;

/// The answer to an import, as the API document shows it; it is written as a stream, because the
/// list may be as long as the file.
record ImportResponse(
        long received, long stored, long duplicates, long outliers, List<Rejected> rejected) {

    ImportResponse {
        rejected = List.copyOf(rejected);
    }

    /// A refused line: the number of its first line in the file, the header being 1, and why.
    record Rejected(long line, String reason) {}
}
