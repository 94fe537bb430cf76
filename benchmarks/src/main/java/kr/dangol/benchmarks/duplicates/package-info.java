/// How well and how fast the case book finds cases that it has already in nearly the same words.
@NullMarked
package kr.dangol.benchmarks.duplicates;

import org.jspecify.annotations.NullMarked;
