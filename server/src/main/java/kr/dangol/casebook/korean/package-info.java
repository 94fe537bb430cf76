/// Korean words and the built-in embedder that is made of them: no download, no network, the same
/// vector for the same text on every machine.
@NullMarked
package kr.dangol.casebook.korean;

import org.jspecify.annotations.NullMarked;
