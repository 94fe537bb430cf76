package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommercialCalendarTest {

    /// From published Korean calendars; the middle day of the two long holidays.
    @ParameterizedTest
    @CsvSource({
        "2026, 02-17, 03-03, 05-24, 06-19, 08-19, 09-25, 07-15, 07-25, 08-14, 12-22",
        "2027, 02-07, 02-21, 05-13, 06-09, 08-08, 09-15, 07-20, 07-30, 08-09, 12-22",
        "2028, 01-27, 02-10, 05-02, 05-28, 08-26, 10-03, 07-14, 07-24, 08-13, 12-21",
        "2029, 02-13, 02-27, 05-20, 06-16, 08-16, 09-22, 07-19, 07-29, 08-08, 12-21",
        "2030, 02-03, 02-17, 05-09, 06-05, 08-05, 09-12, 07-14, 07-24, 08-13, 12-22",
    })
    void knowsTheDaysThatMove(
            int year,
            String newYear,
            String fullMoon,
            String buddha,
            String dano,
            String chilseok,
            String harvest,
            String hot1,
            String hot2,
            String hot3,
            String solstice) {
        assertThat(middleOf("설 연휴", year)).isEqualTo(year + "-" + newYear);
        assertThat(middleOf("정월 대보름", year)).isEqualTo(year + "-" + fullMoon);
        assertThat(middleOf("부처님 오신 날", year)).isEqualTo(year + "-" + buddha);
        assertThat(middleOf("단오", year)).isEqualTo(year + "-" + dano);
        assertThat(middleOf("칠석", year)).isEqualTo(year + "-" + chilseok);
        assertThat(middleOf("추석 연휴", year)).isEqualTo(year + "-" + harvest);
        assertThat(middleOf("초복", year)).isEqualTo(year + "-" + hot1);
        assertThat(middleOf("중복", year)).isEqualTo(year + "-" + hot2);
        assertThat(middleOf("말복", year)).isEqualTo(year + "-" + hot3);
        assertThat(middleOf("동지", year)).isEqualTo(year + "-" + solstice);
    }

    @ParameterizedTest
    @CsvSource({
        "수능, 2025-11-20",
        "수능, 2026-11-19",
        "수능, 2027-11-18",
        "블랙프라이데이, 2024-11-29",
        "블랙프라이데이, 2026-11-27",
        "성년의 날, 2026-05-18",
        "빼빼로데이, 2026-11-11",
        "크리스마스, 2026-12-25",
        "핼러윈, 2026-10-31",
        "삼겹살데이, 2027-03-03",
        "밸런타인데이, 2027-02-14",
        "화이트데이, 2027-03-14",
        "블랙데이, 2027-04-14",
    })
    void knowsDaysOfOneDate(String name, LocalDate date) {
        assertThat(CommercialCalendar.of(date.getYear())).contains(new Occasion(name, date, date));
    }

    @Test
    void upcomingIsInOrderAndLooksOverTheTurnOfTheYear() {
        var upcoming = CommercialCalendar.upcoming(LocalDate.of(2026, 12, 20), 60);
        assertThat(upcoming)
                .extracting(Occasion::name)
                .containsSubsequence("동지", "크리스마스", "새해 첫날", "설 연휴", "밸런타인데이")
                .doesNotContain("빼빼로데이", "화이트데이");
        assertThat(upcoming).isSortedAccordingTo((a, b) -> a.from().compareTo(b.from()));
    }

    @Test
    void upcomingIncludesWhatStillLastsAndTheLastDay() {
        var inMay = CommercialCalendar.upcoming(LocalDate.of(2026, 5, 20), 1);
        assertThat(inMay).extracting(Occasion::name).contains("가정의 달", "부부의 날");
        var today = CommercialCalendar.upcoming(LocalDate.of(2026, 12, 25), 0);
        assertThat(today).extracting(Occasion::name).containsExactly("연말 모임철", "크리스마스");
    }

    @Test
    void yearsBeyondTheTableStillHaveTheirFixedDays() {
        assertThat(CommercialCalendar.of(2060))
                .extracting(Occasion::name)
                .contains("크리스마스", "수능")
                .doesNotContain("설 연휴");
    }

    private static String middleOf(String name, int year) {
        var occasion =
                CommercialCalendar.of(year).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        var half = (occasion.to().toEpochDay() - occasion.from().toEpochDay()) / 2;
        return occasion.from().plusDays(half).toString();
    }
}
