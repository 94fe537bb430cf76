/// Recommendations over HTTP, as JSON or as a stream of events.
@NullMarked
package kr.dangol.recommendation.web;

import org.jspecify.annotations.NullMarked;
