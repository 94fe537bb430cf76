package kr.dangol.casebook.search;

import kr.dangol.casebook.PrecedentId;

/// A precedent that an index found; the score is comparable only within one answer.
public record Hit(PrecedentId id, double score) {}
