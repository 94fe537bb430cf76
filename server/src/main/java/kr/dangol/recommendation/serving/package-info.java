/// From an owner's order to the owner's answer: cache, joined work, what only this owner may see,
/// history, choice.
@NullMarked
package kr.dangol.recommendation.serving;

import org.jspecify.annotations.NullMarked;
