@NullMarked
package kr.dangol.recommendation.drafting;

import org.jspecify.annotations.NullMarked;
