/// A whole night of collection at full size, against the sources as they are known to behave.
@NullMarked
package kr.dangol.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
