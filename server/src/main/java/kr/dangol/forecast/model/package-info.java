/// The mathematics of forecasts, free of the trade and of Spring: a hierarchical linear model on a
/// transformed scale whose variance components are learned from the data, calibrated intervals that
/// hold what they say, a non-decreasing response to one "dose", and learning from one observation
/// at a time.
@NullMarked
package kr.dangol.forecast.model;

import org.jspecify.annotations.NullMarked;
