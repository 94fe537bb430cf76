package kr.dangol.intake.source;

import java.time.Duration;

/// Waits; tests wait for nothing.
@FunctionalInterface
public interface Pause {

    void sleep(Duration duration) throws InterruptedException;
}
