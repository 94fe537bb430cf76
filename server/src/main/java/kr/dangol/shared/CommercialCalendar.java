package kr.dangol.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The days and times of the year that matter to shops. Days of the lunar calendar and the hot days
/// come from a table for 2024 to 2050 that a test checks against an astronomical calendar.
public final class CommercialCalendar {

    private static final Map<Integer, List<String>> LUNAR =
            DataFile.rows("lunar-days.csv").stream()
                    .collect(Collectors.toMap(row -> Integer.parseInt(row.getFirst()), row -> row));

    private static final Map<Integer, List<Occasion>> YEARS = new ConcurrentHashMap<>();

    private static final Comparator<Occasion> IN_TIME =
            Comparator.comparing(Occasion::from).thenComparing(Occasion::to);

    private CommercialCalendar() {}

    /// What is on from that day through `days` days later, in order of time; what began before and
    /// still lasts is included.
    public static List<Occasion> upcoming(LocalDate from, int days) {
        var until = from.plusDays(days);
        return IntStream.rangeClosed(from.getYear() - 1, until.getYear())
                .boxed()
                .flatMap(year -> of(year).stream())
                .filter(each -> !each.to().isBefore(from) && !each.from().isAfter(until))
                .sorted(IN_TIME)
                .toList();
    }

    /// Everything that begins in a year.
    public static List<Occasion> of(int year) {
        return YEARS.computeIfAbsent(year, CommercialCalendar::compute);
    }

    private static List<Occasion> compute(int year) {
        var all = new ArrayList<Occasion>();
        fixed(year, all);
        movable(year, all);
        lunar(year, all);
        all.sort(IN_TIME);
        return List.copyOf(all);
    }

    private static void fixed(int year, List<Occasion> all) {
        for (var row : DataFile.rows("fixed-days.csv")) {
            var from = MonthDay.parse("--" + row.get(1)).atYear(year);
            var to = MonthDay.parse("--" + row.get(2)).atYear(year);
            all.add(new Occasion(row.getFirst(), from, to));
        }
    }

    private static void movable(int year, List<Occasion> all) {
        all.add(day("성년의 날", nth(year, Month.MAY, 3, DayOfWeek.MONDAY)));
        all.add(day("수능", nth(year, Month.NOVEMBER, 3, DayOfWeek.THURSDAY)));
        all.add(day("블랙프라이데이", nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY).plusDays(1)));
    }

    private static void lunar(int year, List<Occasion> all) {
        var row = LUNAR.get(year);
        if (row == null) {
            return;
        }
        var newYear = on(year, row.get(1));
        all.add(new Occasion("설 연휴", newYear.minusDays(1), newYear.plusDays(1)));
        all.add(day("정월 대보름", on(year, row.get(2))));
        all.add(day("부처님 오신 날", on(year, row.get(3))));
        all.add(day("단오", on(year, row.get(4))));
        all.add(day("칠석", on(year, row.get(5))));
        var harvest = on(year, row.get(6));
        all.add(new Occasion("추석 연휴", harvest.minusDays(1), harvest.plusDays(1)));
        all.add(day("초복", on(year, row.get(7))));
        all.add(day("중복", on(year, row.get(8))));
        all.add(day("말복", on(year, row.get(9))));
        all.add(day("동지", on(year, row.get(10))));
    }

    private static LocalDate on(int year, String monthAndDay) {
        return MonthDay.parse("--" + monthAndDay).atYear(year);
    }

    private static Occasion day(String name, LocalDate date) {
        return new Occasion(name, date, date);
    }

    private static LocalDate nth(int year, Month month, int n, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
    }
}
