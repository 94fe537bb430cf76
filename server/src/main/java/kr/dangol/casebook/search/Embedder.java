package kr.dangol.casebook.search;

import java.util.List;

/// Turns texts into unit vectors: near in meaning, near in direction.
public interface Embedder {

    /// Names what made the vectors. Vectors of different models never meet in one index.
    String model();

    int dimensions();

    /// One vector per text, in their order.
    List<Vector> embed(List<PrecedentText> texts);
}
