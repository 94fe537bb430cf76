package kr.dangol.casebook;

/// Fact: a single precedent was stored in real time, or replaced by a corrected one with the same
/// id. Bulk imports do not publish one fact per line; to follow the whole book use
/// [CasebookChanged] with [Casebook#changesSince].
public record PrecedentAdded(Precedent precedent) {}
