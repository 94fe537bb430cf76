/// Which writer serves a shop, and what is learned from it: versions of the prompt, experiments
/// between writers, their assignment and their statistics. Answers one cheap question to those who
/// serve (which variant for this shop) and is told by them what was shown and what came of it.
@ApplicationModule(allowedDependencies = {"shared", "platform", "platform :: cluster"})
@NullMarked
package kr.dangol.experiment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
