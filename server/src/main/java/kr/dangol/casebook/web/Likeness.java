package kr.dangol.casebook.web;

import java.util.List;

/// Why a case was found: which of the things that a question names it shares, in which words, and
/// where they stand in its texts. A place is `near` when it lies in the same part of the country.
record Likeness(
        boolean businessType,
        boolean industry,
        boolean season,
        Nearness place,
        boolean price,
        List<SharedWord> words,
        List<Mark> title,
        List<Mark> prize,
        List<Mark> participation) {

    Likeness {
        words = List.copyOf(words);
        title = List.copyOf(title);
        prize = List.copyOf(prize);
        participation = List.copyOf(participation);
    }

    enum Nearness {
        SAME,
        NEAR,
        NONE
    }

    /// The word that was asked for and the one that was found, which may be a near synonym.
    record SharedWord(String asked, String found) {}

    /// From this character up to before that one.
    record Mark(int from, int to) {}
}
