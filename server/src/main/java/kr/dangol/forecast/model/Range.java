package kr.dangol.forecast.model;

/// A median with its 80 % interval.
public record Range(double low, double median, double high) {}
