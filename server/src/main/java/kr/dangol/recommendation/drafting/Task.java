package kr.dangol.recommendation.drafting;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work on a virtual thread of its own that somebody will ask for. An interrupt of whoever waits
/// means that nobody wants the answer any more.
public final class Task<T> {

    private final FutureTask<T> future;

    private Task(Callable<T> work) {
        future = new FutureTask<>(work);
    }

    public static <T> Task<T> start(Callable<T> work) {
        var task = new Task<>(work);
        Thread.startVirtualThread(task.future);
        return task;
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
