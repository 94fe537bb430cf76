package kr.dangol.platform.web;

import java.util.Optional;
import kr.dangol.platform.Refusal;

/// Finds the refusal that frameworks have wrapped on its way to the edge.
final class Refusals {

    private Refusals() {}

    static Optional<Refusal> within(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
