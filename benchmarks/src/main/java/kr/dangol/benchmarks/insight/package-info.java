/// How fast operators get their answers when a great deal has happened.
@NullMarked
package kr.dangol.benchmarks.insight;

import org.jspecify.annotations.NullMarked;
