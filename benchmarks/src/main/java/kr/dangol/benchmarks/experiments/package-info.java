/// How often experiments name a winner that is none, and how soon they find one that is.
@NullMarked
package kr.dangol.benchmarks.experiments;

import org.jspecify.annotations.NullMarked;
