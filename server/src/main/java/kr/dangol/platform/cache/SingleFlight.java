package kr.dangol.platform.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Lets identical work that is asked for at the same time be done once. Everybody who asks gets all
/// of what the work hands out, from its beginning, as it comes; in other processes too. Should the
/// one that works die, another begins anew, and elements that were handed out before come again.
public final class SingleFlight<T> {

    private final Map<String, Flight<T>> inTheAir = new ConcurrentHashMap<>();
    private final FlightRelay relay;
    private final Function<T, byte[]> writer;
    private final Function<byte[], T> reader;

    /// Obtained from [Caches].
    SingleFlight(FlightRelay relay, Function<T, byte[]> writer, Function<byte[], T> reader) {
        this.relay = relay;
        this.writer = writer;
        this.reader = reader;
    }

    /// Joins the work under way for this key or starts it, on a thread of its own, so that nobody's
    /// leaving hurts the others. `work` hands out elements through the consumer it gets. When the
    /// last one leaves before the end, the work is interrupted.
    public Seat<T> board(String key, Consumer<Consumer<T>> work) {
        var flight =
                inTheAir.compute(
                        key,
                        (_, current) -> {
                            if (current != null && current.takesOneMore()) {
                                return current;
                            }
                            var next = new Flight<T>(sink -> fly(key, work, sink));
                            next.takesOneMore();
                            return next;
                        });
        flight.start(() -> inTheAir.remove(key, flight));
        return new Seat<>(flight);
    }

    private void fly(String key, Consumer<Consumer<T>> work, Consumer<T> sink) {
        relay.fly(
                key,
                others ->
                        work.accept(element -> {
                            sink.accept(element);
                            others.accept(writer.apply(element));
                        }),
                bytes -> sink.accept(reader.apply(bytes)));
    }

    /// How many are under way.
    public int size() {
        return inTheAir.size();
    }
}
