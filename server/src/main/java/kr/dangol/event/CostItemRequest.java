package kr.dangol.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dangol.event.CostItems.CostItem;
import kr.dangol.shared.KoreanText;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// One line of the budget as an owner sends it.
public record CostItemRequest(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        maxLength = CostItems.LONGEST_NAME,
                        example = "전단 인쇄")
                @Nullable String name,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "0",
                        maximum = "10000000000",
                        example = "80000")
                @Nullable Long amount) {

    private static final long MOST_WON = 10_000_000_000L;

    /// The items they stand for; empty where they cannot be, as without a name or an amount.
    public static Optional<CostItems> read(List<@Nullable CostItemRequest> given) {
        var items = new ArrayList<CostItem>();
        for (var each : given) {
            if (each == null || each.name == null || each.amount == null) {
                return Optional.empty();
            }
            items.add(new CostItem(KoreanText.clean(each.name), Won.of(each.amount)));
        }
        return Optional.of(items).filter(CostItemRequest::arePossible).map(CostItems::new);
    }

    private static boolean arePossible(List<CostItem> items) {
        return items.size() <= CostItems.MOST
                && items.stream().allMatch(CostItemRequest::isPossible)
                && new CostItems(items).sum().amount() <= MOST_WON;
    }

    private static boolean isPossible(CostItem item) {
        var name = item.name();
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= CostItems.LONGEST_NAME
                && item.amount().amount() >= 0
                && item.amount().amount() <= MOST_WON;
    }
}
