/// KOSIS: regional and monthly statistics.
@NullMarked
package kr.dangol.intake.source.kosis;

import org.jspecify.annotations.NullMarked;
