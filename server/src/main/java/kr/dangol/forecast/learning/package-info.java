/// How the trade becomes numbers: precedents and planned events as subjects of the mathematics, the
/// two responses, what counts as comparable, and the bean that follows the case book.
@NullMarked
package kr.dangol.forecast.learning;

import org.jspecify.annotations.NullMarked;
