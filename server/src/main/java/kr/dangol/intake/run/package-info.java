/// The run engine: which steps there are, who works on them, where they go on after a stop.
@NullMarked
package kr.dangol.intake.run;

import org.jspecify.annotations.NullMarked;
