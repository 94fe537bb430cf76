package kr.dangol.casebook.search;

import java.time.Duration;
import java.util.List;

/// Turns texts into unit vectors: near in meaning, near in direction.
///
/// An embedder that asks somebody outside throws [SearchUnavailable] when it gets no answer; any
/// other exception means that one of the texts cannot be embedded.
public interface Embedder {

    /// Names what made the vectors. Vectors of different models never meet in one index.
    String model();

    int dimensions();

    /// One vector per text, in their order.
    List<Vector> embed(List<PrecedentText> texts);

    /// The vector of a question, within this time if it must be asked for outside.
    default Vector embedQuestion(PrecedentText text, Duration time) {
        return embed(List.of(text)).getFirst();
    }
}
