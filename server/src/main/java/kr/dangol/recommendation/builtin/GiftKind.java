package kr.dangol.recommendation.builtin;

/// How much a prize is, from a thank-you for many to the one people enter a draw for.
enum GiftKind {
    SMALL,
    TREAT,
    BIG,
    GRAND
}
