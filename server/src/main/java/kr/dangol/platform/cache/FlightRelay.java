package kr.dangol.platform.cache;

import java.util.function.Consumer;

/// Lets flights of one key in several processes be one.
interface FlightRelay {

    /// Either runs the work here, which hands out its elements to whoever follows elsewhere, or
    /// hands over the elements of the one that runs elsewhere, from its beginning. When that one
    /// dies, the next takes over and begins anew.
    void fly(String key, Consumer<Consumer<byte[]>> work, Consumer<byte[]> elsewhere);

    /// A process on its own.
    static FlightRelay none() {
        return (_, work, _) -> work.accept(_ -> {});
    }
}
