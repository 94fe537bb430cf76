/// The connection to Redis, single or Cluster, and what happens when it is gone.
@NullMarked
package kr.dangol.platform.redis;

import org.jspecify.annotations.NullMarked;
