package kr.dangol.recommendation.drafting;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work under way that somebody will ask for. An interrupt of whoever waits means that nobody wants
/// the answer any more.
public final class Task<T> {

    private final Future<T> future;

    private Task(Future<T> future) {
        this.future = future;
    }

    /// On a virtual thread of its own.
    public static <T> Task<T> start(Callable<T> work) {
        var future = new FutureTask<>(work);
        Thread.startVirtualThread(future);
        return new Task<>(future);
    }

    static <T> Task<T> of(Future<T> future) {
        return new Task<>(future);
    }

    /// What came of it within this time. Late work goes on unless [#cancel] stops it.
    public Result<T> within(Duration time) {
        try {
            return new Came<>(future.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return new Late<>();
        } catch (ExecutionException e) {
            return new Threw<>(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException _) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits any more");
        }
    }

    public void cancel() {
        future.cancel(true);
    }

    /// How a task stood when it was asked.
    public sealed interface Result<T> {}

    public record Came<T>(T value) implements Result<T> {}

    public record Late<T>() implements Result<T> {}

    public record Threw<T>(Throwable failure) implements Result<T> {}
}
