/// The built-in planner: writes plans without a language model, from a library of event mechanics
/// and a vocabulary for every business type, both YAML files under `resources/planner`.
@NullMarked
package kr.dangol.recommendation.builtin;

import org.jspecify.annotations.NullMarked;
