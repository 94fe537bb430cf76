/// How well texts are read into cases.
@NullMarked
package kr.dangol.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
