/// What the sums say: each measure with its target, its trend and its course.
@NullMarked
package kr.dangol.insight.measures;

import org.jspecify.annotations.NullMarked;
