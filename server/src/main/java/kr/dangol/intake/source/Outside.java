package kr.dangol.intake.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kr.dangol.intake.source.Quotas.Window;
import kr.dangol.platform.outside.OutsideAnswer;
import kr.dangol.platform.outside.OutsideClient;
import kr.dangol.platform.outside.OutsideFault;

/// Asks one provider politely: not faster than it likes, not more than it allows, again after a
/// passing fault with growing pauses, and never again after a lasting one.
public final class Outside {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String quota;
    private final List<Window> windows;
    private final Duration between;
    private final OutsideClient client;
    private final Quotas quotas;
    private final Pause pause;
    private long nextNanos = System.nanoTime();

    Outside(
            String quota,
            List<Window> windows,
            double callsPerSecond,
            OutsideClient client,
            Quotas quotas,
            Pause pause) {
        this.quota = quota;
        this.windows = List.copyOf(windows);
        this.between = Duration.ofNanos(Math.round(1_000_000_000 / callsPerSecond));
        this.client = client;
        this.quotas = quotas;
        this.pause = pause;
    }

    /// The name under which calls are written down.
    public String quota() {
        return quota;
    }

    public List<Window> windows() {
        return windows;
    }

    /// Asks until `reader` makes something of the answer. The reader throws a [SourceFault] for
    /// what it cannot use.
    public <T> T get(URI address, Map<String, String> headers, Function<OutsideAnswer, T> reader) {
        var wait = FIRST_PAUSE;
        for (var attempt = 1; ; attempt++) {
            try {
                return once(address, headers, reader);
            } catch (SourceFault failed) {
                if (attempt == ATTEMPTS || !failed.fault().isPassing()) {
                    throw failed;
                }
                var asked = failed.retryAfter();
                sleep(asked == null ? wait : shorter(asked, LONGEST_PAUSE));
                wait = shorter(wait.multipliedBy(4), LONGEST_PAUSE);
            }
        }
    }

    private <T> T once(
            URI address, Map<String, String> headers, Function<OutsideAnswer, T> reader) {
        await();
        quotas.spend(quota, windows);
        try {
            return reader.apply(client.get(address, headers));
        } catch (OutsideFault fault) {
            throw new SourceFault(kind(fault), fault.detail());
        } catch (SourceFault fault) {
            if (fault.fault() == Fault.QUOTA_REACHED) {
                quotas.exhausted(quota, windows.getFirst());
            }
            throw fault;
        }
    }

    private static Fault kind(OutsideFault fault) {
        return switch (fault.kind()) {
            case UNREACHABLE -> Fault.UNREACHABLE;
            case TIMED_OUT -> Fault.TIMED_OUT;
            case CUT_OFF -> Fault.CUT_OFF;
            case TOO_LARGE -> Fault.TOO_LARGE;
            case INTERRUPTED -> throw new Interrupted();
        };
    }

    /// Each call has its turn, also when several threads ask.
    private void await() {
        long wait;
        synchronized (this) {
            var now = System.nanoTime();
            var turn = Math.max(now, nextNanos);
            nextNanos = turn + between.toNanos();
            wait = turn - now;
        }
        if (wait > 0) {
            sleep(Duration.ofNanos(wait));
        }
    }

    private void sleep(Duration duration) {
        try {
            pause.sleep(duration);
        } catch (InterruptedException e) {
            throw new Interrupted();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
