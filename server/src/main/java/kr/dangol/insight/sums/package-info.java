/// Sums by day and by every combination of what may be asked for, and what can be told from them.
@NullMarked
package kr.dangol.insight.sums;

import org.jspecify.annotations.NullMarked;
