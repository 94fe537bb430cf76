package kr.dangol.casebook;

/// A precedent found by similarity; `score` is comparable only within one answer, higher is nearer.
public record SimilarPrecedent(Precedent precedent, double score) {}
