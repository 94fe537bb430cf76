package kr.dangol.forecast.model;

/// A posterior, and for each row how far off and how unsure it would have been had the row's store
/// not been known (`residual`, `variance`, the latter with noise), which is what a forecast for a
/// new store meets.
record Solution(Posterior posterior, double[] residual, double[] variance) {}
