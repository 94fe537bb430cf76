package kr.dangol.casebook.cleaning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Days as people write them: 2026-03-01, 2026.3.1, 2026/3/1, 20260301, 2026년 3월 1일.
final class Dates {

    private static final Pattern SEPARATED =
            Pattern.compile("(\\d{4})\\s*[-./년]\\s*(\\d{1,2})\\s*[-./월]\\s*(\\d{1,2})\\s*[.일]?");

    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private Dates() {}

    static Optional<LocalDate> parse(String text) {
        for (var form : new Pattern[] {SEPARATED, COMPACT}) {
            var match = form.matcher(text);
            if (match.matches()) {
                try {
                    return Optional.of(
                            LocalDate.of(
                                    Integer.parseInt(match.group(1)),
                                    Integer.parseInt(match.group(2)),
                                    Integer.parseInt(match.group(3))));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
