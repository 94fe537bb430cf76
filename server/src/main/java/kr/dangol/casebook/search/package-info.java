/// Finding precedents: what is embedded, the ports to embedders and indexes, and how the index
/// follows the book. Adapters live in sibling packages and never know each other.
@NullMarked
package kr.dangol.casebook.search;

import org.jspecify.annotations.NullMarked;
