package kr.dangol.shared;

import java.util.Arrays;
import java.util.Optional;

/// One of the six places of a recommendation: a budget and a channel, e.g. `low-online`.
public enum Slot {
    LOW_ONLINE(Budget.LOW, Channel.ONLINE),
    LOW_OFFLINE(Budget.LOW, Channel.OFFLINE),
    MEDIUM_ONLINE(Budget.MEDIUM, Channel.ONLINE),
    MEDIUM_OFFLINE(Budget.MEDIUM, Channel.OFFLINE),
    HIGH_ONLINE(Budget.HIGH, Channel.ONLINE),
    HIGH_OFFLINE(Budget.HIGH, Channel.OFFLINE);

    private final Budget budget;
    private final Channel channel;

    Slot(Budget budget, Channel channel) {
        this.budget = budget;
        this.channel = channel;
    }

    public Budget budget() {
        return budget;
    }

    public Channel channel() {
        return channel;
    }

    /// The id of the slot on the wire, e.g. `low-online`.
    public String key() {
        return budget.key() + "-" + channel.key();
    }

    public static Optional<Slot> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
