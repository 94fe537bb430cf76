/// Forecasts over HTTP.
@NullMarked
package kr.dangol.forecast.web;

import org.jspecify.annotations.NullMarked;
