package kr.dangol.recommendation.serving;

/// Whoever watched went away; nobody failed.
public abstract class AudienceGone extends RuntimeException {

    protected AudienceGone(Throwable cause) {
        super(cause);
    }
}
