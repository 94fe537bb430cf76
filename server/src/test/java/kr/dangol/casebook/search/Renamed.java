package kr.dangol.casebook.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another embedder under a name of its own that may refuse a text, or stop answering after some.
final class Renamed implements Embedder {

    private final String name;
    private final Embedder embedder;

    @Nullable PrecedentText refused;
    int textsLeft = Integer.MAX_VALUE;
    int questions;

    Renamed(String name, Embedder embedder) {
        this.name = name;
        this.embedder = embedder;
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public List<Vector> embed(List<PrecedentText> texts) {
        if (texts.size() > textsLeft) {
            throw new SearchUnavailable("no answer");
        }
        if (refused != null && texts.contains(refused)) {
            throw new IllegalArgumentException("this text cannot be embedded");
        }
        textsLeft -= texts.size();
        return embedder.embed(texts);
    }

    @Override
    public Vector embedQuestion(PrecedentText text, Duration time) {
        questions++;
        return embedder.embedQuestion(text, time);
    }
}
