/// The way through the language model, measured against a fake vendor at the pace of a real one.
@NullMarked
package kr.dangol.benchmarks.claude;

import org.jspecify.annotations.NullMarked;
