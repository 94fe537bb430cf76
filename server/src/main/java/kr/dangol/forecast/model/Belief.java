package kr.dangol.forecast.model;

/// What is believed of a response before any data, on the scale on which effects add up: its level
/// at the design's central dose and its slope along the dose.
public record Belief(double level, double slope) {}
