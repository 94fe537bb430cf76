package kr.dangol.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import kr.dangol.shared.Grade;

/// How an owner knows the figures of an outcome.
public enum MeasuredBy {
    @JsonProperty("till")
    TILL(Grade.MEASURED),
    @JsonProperty("count")
    COUNT(Grade.MEASURED),
    @JsonProperty("guess")
    GUESS(Grade.ESTIMATED);

    private final Grade grade;

    MeasuredBy(Grade grade) {
        this.grade = grade;
    }

    public Grade grade() {
        return grade;
    }
}
