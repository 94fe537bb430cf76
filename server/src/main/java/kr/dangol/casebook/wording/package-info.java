/// Whether two texts say the same, and how to find those that do among millions.
@NullMarked
package kr.dangol.casebook.wording;

import org.jspecify.annotations.NullMarked;
