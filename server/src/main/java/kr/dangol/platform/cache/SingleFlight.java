package kr.dangol.platform.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Lets identical work that is asked for at the same time be done once. Everybody who asks gets all
/// of what the work hands out, from its beginning, as it comes.
public final class SingleFlight<T> {

    private final Map<String, Flight<T>> inTheAir = new ConcurrentHashMap<>();

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
                            var next = new Flight<>(work);
                            next.takesOneMore();
                            return next;
                        });
        flight.start(() -> inTheAir.remove(key, flight));
        return new Seat<>(flight);
    }

    /// How many are under way.
    public int size() {
        return inTheAir.size();
    }
}
