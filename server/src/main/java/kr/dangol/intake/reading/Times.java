package kr.dangol.intake.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.dangol.shared.Season;
import org.jspecify.annotations.Nullable;

/// When the event of a text is: its first day where the text names one, its season in any case.
final class Times {

    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?(?:월\\s?(\\d{1,2})\\s?일|/(\\d{1,2})(?![\\d/]))");

    private static final Pattern MONTH =
            Pattern.compile(
                    "(?<!\\d)(\\d{1,2})\\s?월(?:\\s?한\\s?달|\\s?등록|\\s?이벤트|\\s?안에|\\s?동안|\\s?말까지|\\s?한달)");

    /// Days whose season is certain whatever the day of the post. The one named first is meant.
    private static final Map<Pattern, Season> OCCASIONS = occasions();

    /// Longer ago or further ahead a day without a year cannot be placed.
    private static final int NEAR_DAYS = 200;

    record When(@Nullable LocalDate date, @Nullable Season season) {}

    When of(PreparedText text, @Nullable LocalDate written) {
        var whole = text.everything();
        var day = written == null ? null : firstDay(whole, written);
        var occasion = occasion(whole);
        var start = day != null && isPast(day, written) ? day : null;
        if (occasion.isPresent()) {
            return new When(start, occasion.get());
        }
        var month = month(whole);
        if (month.isPresent()) {
            return new When(start, month.get());
        }
        if (start != null) {
            return new When(start, Season.of(start));
        }
        return new When(null, written == null ? null : Season.of(written));
    }

    private static Optional<Season> occasion(String text) {
        var first = text.length();
        @Nullable Season season = null;
        for (var occasion : OCCASIONS.entrySet()) {
            var named = occasion.getKey().matcher(text);
            if (named.find() && named.start() < first) {
                first = named.start();
                season = occasion.getValue();
            }
        }
        return Optional.ofNullable(season);
    }

    private static boolean isPast(LocalDate day, @Nullable LocalDate written) {
        return written != null && !day.isAfter(written);
    }

    private static @Nullable LocalDate firstDay(String text, LocalDate written) {
        var day = DAY.matcher(text);
        while (day.find()) {
            var inMonth = day.group(2) == null ? day.group(3) : day.group(2);
            var found = near(Integer.parseInt(day.group(1)), Integer.parseInt(inMonth), written);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// That day in the year in which it lies nearest.
    private static @Nullable LocalDate near(int month, int day, LocalDate written) {
        for (var year = written.getYear() - 1; year <= written.getYear() + 1; year++) {
            try {
                var date = LocalDate.of(year, month, day);
                if (Math.abs(date.toEpochDay() - written.toEpochDay()) <= NEAR_DAYS / 2) {
                    return date;
                }
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }
        return null;
    }

    private static Optional<Season> month(String text) {
        var month = MONTH.matcher(text);
        if (!month.find()) {
            return Optional.empty();
        }
        var number = Integer.parseInt(month.group(1));
        return number < 1 || number > 12
                ? Optional.empty()
                : Optional.of(Season.of(LocalDate.of(2026, number, 1)));
    }

    private static Map<Pattern, Season> occasions() {
        var all = new LinkedHashMap<Pattern, Season>();
        all.put(
                Pattern.compile("크리스마스|성탄|연말|송년|새해|신년|설날|설맞이|구정|[발밸][런렌]타인|졸업식|동지|겨울방학"),
                Season.WINTER);
        all.put(
                Pattern.compile(
                        "화이트데이|어린이날|어버이날|스승의\\s?날|부부의\\s?날|성년의\\s?날|가정의\\s?달|벚꽃|블랙데이|로즈데이|삼겹살데이|봄맞이|새학기|신학기|입학"),
                Season.SPRING);
        all.put(Pattern.compile("초복|중복|말복|복날|여름\\s?휴가|휴가철|바캉스|장마|폭염|여름방학|여름맞이|여름밤"), Season.SUMMER);
        all.put(
                Pattern.compile("추석|한가위|핼러윈|할로윈|빼빼로데이|수능|수험생|단풍|블랙프라이데이|블프|가을맞이|김장"),
                Season.AUTUMN);
        return all;
    }
}
