package kr.dangol.forecast.model;

/// What is believed of a response before any data: its value at the design's central dose, and how
/// its logarithm moves along the dose.
public record Belief(double central, double slope) {}
