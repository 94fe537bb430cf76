/// How good and how fast forecasts are, measured on drawn worlds whose rules the model cannot know.
/// The worlds share no code with the model.
@NullMarked
package kr.dangol.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
