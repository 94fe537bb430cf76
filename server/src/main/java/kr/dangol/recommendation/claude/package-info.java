/// Plans written by Claude: the prompt, the schema of the answer, and the reading of plans while
/// they are still being written. Only words, cost, winners and days come from the model.
@NullMarked
package kr.dangol.recommendation.claude;

import org.jspecify.annotations.NullMarked;
