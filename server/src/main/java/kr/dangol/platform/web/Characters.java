package kr.dangol.platform.web;

/// Which characters a text of a request may hold.
final class Characters {

    private Characters() {}

    static boolean areAllowed(String text, boolean multiline) {
        return text.codePoints()
                .allMatch(character -> isAllowed(character) || (multiline && character == '\n'));
    }

    /// Refuses control characters, half surrogate pairs, and the marks that turn the direction of
    /// text: they make it read differently from what it says.
    private static boolean isAllowed(int character) {
        return !Character.isISOControl(character)
                && Character.getType(character) != Character.SURROGATE
                && !isBidirectional(character)
                && character != 0x2028
                && character != 0x2029;
    }

    private static boolean isBidirectional(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
