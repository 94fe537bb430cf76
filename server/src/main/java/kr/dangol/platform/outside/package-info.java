/// Asking services outside over HTTP: bounded in time and size, never more in a message than may be
/// logged.
@NamedInterface("outside")
@NullMarked
package kr.dangol.platform.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
