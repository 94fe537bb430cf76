/// The embedded PostgreSQL server, or an outside one; migrations module by module.
@NullMarked
package kr.dangol.platform.database;

import org.jspecify.annotations.NullMarked;
