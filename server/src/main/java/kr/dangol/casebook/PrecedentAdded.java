package kr.dangol.casebook;

/// Fact: a precedent was stored, or replaced by a corrected one with the same id.
public record PrecedentAdded(Precedent precedent) {}
