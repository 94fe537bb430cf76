/// The operator's part of the case book over HTTP.
@NullMarked
package kr.dangol.casebook.web;

import org.jspecify.annotations.NullMarked;
