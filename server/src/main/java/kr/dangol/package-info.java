@NullMarked
package kr.dangol;

import org.jspecify.annotations.NullMarked;
