/// Cases from outside: read line by line, cleaned, checked against the book, stored in batches.
@NullMarked
package kr.dangol.casebook.cleaning;

import org.jspecify.annotations.NullMarked;
