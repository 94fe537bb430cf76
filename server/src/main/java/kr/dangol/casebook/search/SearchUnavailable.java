package kr.dangol.casebook.search;

/// Something that embedding or searching needs does not answer, or not to us: a service outside, or
/// a disk that is full. It may again later, and nothing is wrong with the case or the question at
/// hand.
public final class SearchUnavailable extends RuntimeException {

    public SearchUnavailable(String reason) {
        super(reason);
    }

    public SearchUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
