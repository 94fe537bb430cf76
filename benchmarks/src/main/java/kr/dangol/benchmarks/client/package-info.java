/// Whoever benchmarks the product over HTTP talks to it through these.
@NullMarked
package kr.dangol.benchmarks.client;

import org.jspecify.annotations.NullMarked;
