/// Estimated sales of shops in 서울.
@NullMarked
package kr.dangol.intake.source.seoul;

import org.jspecify.annotations.NullMarked;
