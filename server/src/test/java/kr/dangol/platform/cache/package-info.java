@NullMarked
package kr.dangol.platform.cache;

import org.jspecify.annotations.NullMarked;
