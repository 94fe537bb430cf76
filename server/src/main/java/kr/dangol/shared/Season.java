package kr.dangol.shared;

import java.time.LocalDate;

/// The four seasons: December to February is winter, and so on in threes.
public enum Season {
    SPRING("봄"),
    SUMMER("여름"),
    AUTUMN("가을"),
    WINTER("겨울");

    private final String label;

    Season(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Season of(LocalDate date) {
        return switch (date.getMonth()) {
            case MARCH, APRIL, MAY -> SPRING;
            case JUNE, JULY, AUGUST -> SUMMER;
            case SEPTEMBER, OCTOBER, NOVEMBER -> AUTUMN;
            case DECEMBER, JANUARY, FEBRUARY -> WINTER;
        };
    }
}
