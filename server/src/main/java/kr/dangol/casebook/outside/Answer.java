package kr.dangol.casebook.outside;

/// What a service answered; the body may be of any form, even empty.
public record Answer(int status, String body) {

    private static final int LONGEST_EXCERPT = 200;

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /// Status and the beginning of the body, for a log line.
    public String excerpt() {
        var line = body.strip().replaceAll("\\s+", " ");
        var shown = line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT);
        return status + " " + shown;
    }
}
