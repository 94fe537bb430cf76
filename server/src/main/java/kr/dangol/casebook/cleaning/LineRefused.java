package kr.dangol.casebook.cleaning;

/// A line that cannot become a case; the message is the reason in Korean.
final class LineRefused extends Exception {

    LineRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
