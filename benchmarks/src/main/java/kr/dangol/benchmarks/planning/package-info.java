/// How good the writers of plans are, by rules, so that prompts, models and the built-in planner
/// can be compared offline.
@NullMarked
package kr.dangol.benchmarks.planning;

import org.jspecify.annotations.NullMarked;
