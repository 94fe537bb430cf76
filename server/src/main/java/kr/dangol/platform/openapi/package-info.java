/// The OpenAPI document, from which the web application's client types are generated.
@NullMarked
package kr.dangol.platform.openapi;

import org.jspecify.annotations.NullMarked;
