package kr.dangol.benchmarks.duplicates;

import java.util.random.RandomGenerator;

/// How a second text about the same event differs from the first, and how texts about another event
/// do. Only the former are near duplicates.
enum Edit {
    SPACING(true, "other spacing") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            return new Words(
                    words.title().replaceFirst(" ", ""),
                    words.prize().replace(" ", ""),
                    words.participation().replaceFirst(" ", "  "));
        }
    },
    DECORATION(true, "decorated") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            return new Words(
                    "★" + words.title() + "!!!", words.prize() + "♥", words.participation() + "~");
        }
    },
    TYPO(true, "a letter mistyped") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            return new Words(mistyped(words.title(), random), words.prize(), words.participation());
        }
    },
    TWO_TYPOS(true, "two letters mistyped") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            return new Words(
                    mistyped(words.title(), random),
                    words.prize(),
                    mistyped(words.participation(), random));
        }
    },
    LETTER_LOST(true, "a letter left out") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            var text = words.participation();
            var at = 1 + random.nextInt(text.length() - 2);
            return new Words(
                    words.title(), words.prize(), text.substring(0, at) + text.substring(at + 1));
        }
    },
    ENDING(true, "another polite ending") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            return new Words(
                    words.title(),
                    words.prize(),
                    words.participation().replace("드려요", "드립니다").replace("해요", "합니다"));
        }
    },
    OTHER_PRIZE(false, "another prize") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            return new Words(words.title(), Words.prize(random), words.participation());
        }
    },
    OTHER_NUMBER(false, "another number") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            return new Words(
                    words.title(),
                    words.prize(),
                    words.participation() + " 모두 " + (2 + random.nextInt(9_000)) + "분께 드려요");
        }
    },
    OTHER_WAY(false, "another way of taking part") {
        @Override
        Words apply(Words words, RandomGenerator random) {
            return new Words(words.title(), words.prize(), Words.participation(random));
        }
    };

    private final boolean same;
    private final String label;

    Edit(boolean same, String label) {
        this.same = same;
        this.label = label;
    }

    abstract Words apply(Words words, RandomGenerator random);

    boolean isSame() {
        return same;
    }

    String label() {
        return label;
    }

    private static String mistyped(String text, RandomGenerator random) {
        var at = random.nextInt(text.length());
        while (text.charAt(at) < '가') {
            at = random.nextInt(text.length());
        }
        // The neighbour of a syllable in the alphabet differs in its last letter.
        var wrong = (char) (text.charAt(at) + (text.charAt(at) < '힣' ? 1 : -1));
        return text.substring(0, at) + wrong + text.substring(at + 1);
    }
}
