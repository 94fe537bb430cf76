package kr.dangol.casebook.jdbc;

/// A transaction of this instance that may have changed the book has committed.
public record BookWritten() {}
