/// Naver blog search, in its new and its old form.
@NullMarked
package kr.dangol.intake.source.naver;

import org.jspecify.annotations.NullMarked;
