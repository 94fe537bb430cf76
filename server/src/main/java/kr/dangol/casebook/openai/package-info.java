/// OpenAI's embeddings as an [kr.dangol.casebook.search.Embedder], over plain REST: their SDK
/// weighs 85 MB for one call with four fields, and retries what never recovers.
@NullMarked
package kr.dangol.casebook.openai;

import org.jspecify.annotations.NullMarked;
