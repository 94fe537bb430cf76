package kr.dangol.event;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kr.dangol.shared.Won;

/// What an event's money is meant for, line by line; empty where nobody said.
public record CostItems(List<CostItem> items) {

    public static final int MOST = 20;
    public static final int LONGEST_NAME = 50;
    static final CostItems NONE = new CostItems(List.of());

    private static final int STEP = 1_000;

    public CostItems {
        items = List.copyOf(items);
    }

    /// One line of the budget.
    public record CostItem(String name, Won amount) {}

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public Won sum() {
        return items.stream().map(CostItem::amount).reduce(Won.ZERO, Won::plus);
    }

    /// The same items for another total, each with its share of it in whole thousands; the largest
    /// takes what rounding leaves.
    CostItems sharing(Won total) {
        var before = sum();
        if (before.equals(total) || before.equals(Won.ZERO)) {
            return this;
        }
        var shares = new ArrayList<CostItem>();
        for (var item : items) {
            var share = (double) item.amount().amount() * total.amount() / before.amount();
            shares.add(new CostItem(item.name(), Won.of((long) (share / STEP) * STEP)));
        }
        var left = total.minus(new CostItems(shares).sum());
        var largest = indexOfLargest(shares);
        var item = shares.get(largest);
        shares.set(largest, new CostItem(item.name(), item.amount().plus(left)));
        return new CostItems(shares);
    }

    private static int indexOfLargest(List<CostItem> items) {
        var largest = 0;
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i).amount().isMoreThan(items.get(largest).amount())) {
                largest = i;
            }
        }
        return largest;
    }

    /// As an edit keeps it: "드립백 × 10 152000, 인쇄 74000".
    @Override
    public String toString() {
        return items.stream()
                .map(item -> item.name() + " " + item.amount().amount())
                .collect(Collectors.joining(", "));
    }
}
