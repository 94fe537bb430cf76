/// The operator's HTTP interface to collection.
@NullMarked
package kr.dangol.intake.web;

import org.jspecify.annotations.NullMarked;
