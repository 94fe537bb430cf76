/// How well and how fast the case book is searched.
@NullMarked
package kr.dangol.benchmarks.search;

import org.jspecify.annotations.NullMarked;
