/// Pinecone as a [kr.dangol.casebook.search.PrecedentIndex], over plain REST: their client speaks
/// only the older vectors API, without a deadline on any call.
@NullMarked
package kr.dangol.casebook.pinecone;

import org.jspecify.annotations.NullMarked;
