package kr.dangol.platform.cluster;

/// Small news for the other processes.
public interface Broadcast {

    /// Tells every other process that listens to the topic, usually within milliseconds. Within a
    /// transaction the message leaves with the commit, or not at all. The sender itself hears
    /// nothing. Without a database nothing is sent, and nothing is thrown: whoever was to hear it
    /// learns on its return that news may be missing.
    ///
    /// @param message at most a few kilobytes
    void send(String topic, String message);

    /// Listeners are called one after the other, so they hand longer work on. Never unsubscribed:
    /// they live as long as the process.
    void listen(String topic, Listener listener);

    /// Hears what other processes have to say.
    @FunctionalInterface
    interface Listener {

        void on(String message);

        /// The connection was lost for a while and is back: messages may have passed unheard.
        default void mayHaveMissedSome() {}
    }
}
