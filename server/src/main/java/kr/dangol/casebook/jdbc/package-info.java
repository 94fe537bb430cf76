/// The book's pages in PostgreSQL, the truth from which everything else is rebuilt.
@NullMarked
package kr.dangol.casebook.jdbc;

import org.jspecify.annotations.NullMarked;
