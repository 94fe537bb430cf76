package kr.dangol.casebook.cleaning;

/// What became of an import. Every line received was stored, a duplicate, or refused; outliers are
/// among the stored.
public record ImportResult(long received, long stored, long duplicates, long outliers) {}
