@NullMarked
package kr.dangol.recommendation.serving;

import org.jspecify.annotations.NullMarked;
