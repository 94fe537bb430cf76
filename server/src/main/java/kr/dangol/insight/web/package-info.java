/// The HTTP interface for operators and owners, JSON and CSV.
@NullMarked
package kr.dangol.insight.web;

import org.jspecify.annotations.NullMarked;
