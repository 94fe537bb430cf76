/// data.go.kr: shops by region and trade, and public holidays.
@NullMarked
package kr.dangol.intake.source.datagokr;

import org.jspecify.annotations.NullMarked;
