/// A town whose shops run events for a year with the product's help: does it learn, and from what?
@NullMarked
package kr.dangol.benchmarks.town;

import org.jspecify.annotations.NullMarked;
