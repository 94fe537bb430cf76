/// From a brief to six checked plans: research in parallel, the writers in their order, review and
/// forecast of each plan. What comes out is content only; nothing in it depends on who asked.
@NullMarked
package kr.dangol.recommendation.drafting;

import org.jspecify.annotations.NullMarked;
