/// The index on disk: vectors in a navigable graph, words with BM25, and the fields that filters
/// need.
@NullMarked
package kr.dangol.casebook.lucene;

import org.jspecify.annotations.NullMarked;
