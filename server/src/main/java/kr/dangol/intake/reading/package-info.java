/// Text to case: what people write about events, read into candidate cases.
@NullMarked
package kr.dangol.intake.reading;

import org.jspecify.annotations.NullMarked;
