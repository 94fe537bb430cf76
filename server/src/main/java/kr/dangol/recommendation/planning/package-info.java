/// The core of the main job: what a brief and a plan are, which rules every plan keeps, and the
/// port through which plans are written. No Spring, no SDK, no JDBC.
@NullMarked
package kr.dangol.recommendation.planning;

import org.jspecify.annotations.NullMarked;
