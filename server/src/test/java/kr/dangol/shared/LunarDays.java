package kr.dangol.shared;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Computes the table in `lunar-days.csv`: lunar dates by ICU's Korean calendar, the hot days and
/// the winter solstice by the sun's longitude.
final class LunarDays {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd");
    private static final int STEM_GYEONG = 6;

    private LunarDays() {}

    static List<String> row(int year) {
        var summerSolstice = solarTerm(year, 90, LocalDate.of(year, 6, 15));
        var beginOfAutumn = solarTerm(year, 135, LocalDate.of(year, 8, 1));
        var firstHot = nextGyeong(summerSolstice).plusDays(20);
        return List.of(
                String.valueOf(year),
                SHORT.format(lunar(year, 1, 1)),
                SHORT.format(lunar(year, 1, 15)),
                SHORT.format(lunar(year, 4, 8)),
                SHORT.format(lunar(year, 5, 5)),
                SHORT.format(lunar(year, 7, 7)),
                SHORT.format(lunar(year, 8, 15)),
                SHORT.format(firstHot),
                SHORT.format(firstHot.plusDays(10)),
                SHORT.format(nextGyeong(beginOfAutumn)),
                SHORT.format(solarTerm(year, 270, LocalDate.of(year, 12, 15))));
    }

    /// The day of a month that is no leap month. Found by walking the year, because the meaning of
    /// ICU's year fields for this calendar changed between its versions.
    private static LocalDate lunar(int year, int month, int dayOfMonth) {
        var calendar =
                Calendar.getInstance(
                        TimeZone.getTimeZone("Asia/Seoul"), new ULocale("ko_KR@calendar=dangi"));
        if (!calendar.getType().equals("dangi")) {
            throw new IllegalStateException("no Korean calendar: " + calendar.getType());
        }
        for (var day = LocalDate.of(year, 1, 15); day.getYear() == year; day = day.plusDays(1)) {
            calendar.setTimeInMillis(noon(day));
            if (calendar.get(Calendar.MONTH) == month - 1
                    && calendar.get(Calendar.DAY_OF_MONTH) == dayOfMonth
                    && calendar.get(Calendar.IS_LEAP_MONTH) == 0) {
                return day;
            }
        }
        throw new IllegalStateException(year + " has no " + month + "/" + dayOfMonth);
    }

    private static long noon(LocalDate day) {
        return day.atTime(12, 0).atZone(SEOUL).toInstant().toEpochMilli();
    }

    /// The first day at or after `from` at whose end the sun has passed a longitude.
    private static LocalDate solarTerm(int year, double longitude, LocalDate from) {
        for (var day = from; day.getYear() == year; day = day.plusDays(1)) {
            var end = day.plusDays(1).atStartOfDay(SEOUL).toInstant().toEpochMilli();
            if (sunLongitude(end) >= longitude) {
                return day;
            }
        }
        throw new IllegalStateException(year + ": the sun never reaches " + longitude);
    }

    /// Days are counted in a cycle of ten stems; the seventh is 庚.
    private static LocalDate nextGyeong(LocalDate from) {
        var day = from;
        while (Math.floorMod(day.toEpochDay() + 2_440_588 - 1, 10) != STEM_GYEONG) {
            day = day.plusDays(1);
        }
        return day;
    }

    /// Apparent longitude in degrees, good to about a hundredth (Meeus, Astronomical Algorithms,
    /// chapter 25).
    private static double sunLongitude(long epochMillis) {
        var julianDay = epochMillis / 86_400_000.0 + 2_440_587.5 + 70 / 86_400.0;
        var t = (julianDay - 2_451_545.0) / 36_525.0;
        var anomaly = Math.toRadians(357.52911 + 35_999.05029 * t);
        var centre =
                (1.914602 - 0.004817 * t) * Math.sin(anomaly)
                        + 0.019993 * Math.sin(2 * anomaly)
                        + 0.000289 * Math.sin(3 * anomaly);
        var node = Math.toRadians(125.04 - 1_934.136 * t);
        var longitude = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * Math.sin(node);
        return ((longitude % 360) + 360) % 360;
    }
}
