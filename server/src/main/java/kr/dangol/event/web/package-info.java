/// Events over HTTP.
@NullMarked
package kr.dangol.event.web;

import org.jspecify.annotations.NullMarked;
