/// The security chain: sessions and CSRF for browsers, bearer tokens for programs.
@NullMarked
package kr.dangol.platform.security;

import org.jspecify.annotations.NullMarked;
