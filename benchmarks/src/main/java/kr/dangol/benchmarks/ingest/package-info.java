/// How fast cases come in: cleaned, stored, embedded, and findable.
@NullMarked
package kr.dangol.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
