package kr.dangol.casebook.sample;

import java.time.LocalDate;
import kr.dangol.shared.Industry;

/// What people have in mind around a date, as it stands at the head of a title. Lunar holidays are
/// left out: a title must stay true whatever the year.
final class SampleOccasion {

    private SampleOccasion() {}

    static String near(LocalDate date, Industry industry) {
        var day = date.getDayOfMonth();
        return switch (date.getMonth()) {
            case JANUARY -> day <= 20 ? "새해" : "겨울방학";
            case FEBRUARY -> day <= 14 ? "밸런타인데이" : "졸업 시즌";
            case MARCH -> day <= 14 ? "화이트데이" : "새 학기";
            case APRIL -> day <= 15 ? "벚꽃철" : "봄나들이";
            case MAY -> "가정의 달";
            case JUNE -> "초여름";
            case JULY -> industry == Industry.FOOD ? "복날" : "휴가철";
            case AUGUST -> day <= 15 ? "휴가철" : "개학 앞두고";
            case SEPTEMBER -> "초가을";
            case OCTOBER -> day <= 20 ? "단풍철" : "핼러윈";
            case NOVEMBER -> day <= 11 ? "빼빼로데이" : "수능 뒤";
            case DECEMBER -> day <= 25 ? "크리스마스" : "연말";
        };
    }
}
