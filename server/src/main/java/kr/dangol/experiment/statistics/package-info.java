/// What may be concluded from an experiment, and when. Plain mathematics that knows nothing of
/// shops or prompts: every statement holds however often somebody looks and whenever they stop.
@NullMarked
package kr.dangol.experiment.statistics;

import org.jspecify.annotations.NullMarked;
