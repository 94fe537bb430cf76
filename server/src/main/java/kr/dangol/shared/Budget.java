package kr.dangol.shared;

/// The three sizes of an event's budget. Their bounds in won depend on the owner's limit:
/// [BudgetBand].
public enum Budget {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high");

    private final String key;

    Budget(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
