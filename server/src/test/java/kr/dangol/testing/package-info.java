/// The application under test and a client for it.
@NullMarked
package kr.dangol.testing;

import org.jspecify.annotations.NullMarked;
