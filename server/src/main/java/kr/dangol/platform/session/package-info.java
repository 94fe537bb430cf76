/// Browser sessions: kept in the database, read from Redis.
@NullMarked
package kr.dangol.platform.session;

import org.jspecify.annotations.NullMarked;
