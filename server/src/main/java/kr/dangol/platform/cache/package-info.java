/// Doors to what is shared between requests: a cache of content with generations, and flights that
/// let identical work be done once. In the process by default, over Redis for many processes.
@NamedInterface("cache")
@NullMarked
package kr.dangol.platform.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
