package kr.dangol.casebook.search;

/// What to look for: near to the vector, alike in words, inside the filter.
public record IndexQuery(PrecedentText text, Vector vector, PrecedentFilter filter, int limit) {

    public IndexQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
