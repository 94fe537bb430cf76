/// Takes facts in: one row for each thing that happened, and the sums that follow from it.
@NullMarked
package kr.dangol.insight.ledger;

import org.jspecify.annotations.NullMarked;
