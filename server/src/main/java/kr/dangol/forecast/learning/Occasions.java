package kr.dangol.forecast.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.dangol.shared.CommercialCalendar;
import kr.dangol.shared.Occasion;
import org.jspecify.annotations.Nullable;

/// Which day of the commercial calendar an event that starts on some day is for: one that is on, or
/// begins within a week. Whole times of the year (휴가철, 김장철) are left to season and month.
final class Occasions {

    private static final int AHEAD = 7;
    private static final int LONGEST = 5;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /// By year, because a large fit asks a hundred thousand times.
    private static final Map<Integer, @Nullable String[]> DAYS = new ConcurrentHashMap<>();

    private Occasions() {}

    static @Nullable String near(LocalDate date) {
        var year = date.getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        return DAYS.computeIfAbsent(year, Occasions::days)[date.getDayOfYear()];
    }

    private static @Nullable String[] days(int year) {
        var first = LocalDate.of(year, 1, 1);
        var days = new @Nullable String[first.lengthOfYear() + 1];
        for (var day = 1; day < days.length; day++) {
            days[day] = find(first.withDayOfYear(day));
        }
        return days;
    }

    private static @Nullable String find(LocalDate date) {
        return CommercialCalendar.upcoming(date, AHEAD).stream()
                .filter(Occasions::isShort)
                .min(Comparator.comparing(Occasion::from))
                .map(Occasion::name)
                .orElse(null);
    }

    private static boolean isShort(Occasion occasion) {
        return ChronoUnit.DAYS.between(occasion.from(), occasion.to()) < LONGEST;
    }
}
