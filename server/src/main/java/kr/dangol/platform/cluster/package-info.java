/// What makes many processes one system: work that only one of them does, news that reach all of
/// them.
@NamedInterface("cluster")
@NullMarked
package kr.dangol.platform.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
