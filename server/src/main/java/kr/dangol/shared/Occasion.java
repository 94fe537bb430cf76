package kr.dangol.shared;

import java.time.LocalDate;

/// A day or a time of the year that moves people to buy, both ends inclusive.
public record Occasion(String name, LocalDate from, LocalDate to) {

    public Occasion {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(name + " ends before it begins");
        }
    }

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
