/// The edge: strict JSON, problems, limits, repeated requests, the web application's files.
@NullMarked
package kr.dangol.platform.web;

import org.jspecify.annotations.NullMarked;
