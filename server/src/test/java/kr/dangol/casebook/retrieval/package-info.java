/// A graded set of Korean questions, and how well answers do on it.
@NullMarked
package kr.dangol.casebook.retrieval;

import org.jspecify.annotations.NullMarked;
