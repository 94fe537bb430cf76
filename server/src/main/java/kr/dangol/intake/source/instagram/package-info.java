/// Instagram hashtag search.
@NullMarked
package kr.dangol.intake.source.instagram;

import org.jspecify.annotations.NullMarked;
