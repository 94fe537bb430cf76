package kr.dangol.casebook.search;

import kr.dangol.casebook.Precedent;

/// What an index keeps of a precedent.
public record IndexEntry(Precedent precedent, PrecedentText text, Vector vector) {}
