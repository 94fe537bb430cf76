/// The sample case book: realistic past events from a fixed seed, so that the first start works.
@NullMarked
package kr.dangol.casebook.sample;

import org.jspecify.annotations.NullMarked;
