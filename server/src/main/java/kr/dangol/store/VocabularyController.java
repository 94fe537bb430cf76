package kr.dangol.store;

import jakarta.validation.constraints.Size;
import java.util.List;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.shared.AddressParser;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Placement;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Suggestions while an owner fills in a store: trades from what is typed, the region an address
/// means.
@RestController
@RequestMapping("/api/vocabulary")
class VocabularyController {

    private static final int MOST_SUGGESTIONS = 8;

    /// All trades while nothing is typed.
    @GetMapping("/business-types")
    ItemsResponse<TradeSuggestion> trades(
            @RequestParam(defaultValue = "") @Size(max = 50) String query) {
        var types =
                query.isBlank()
                        ? BusinessTypes.all()
                        : BusinessTypes.suggest(query, MOST_SUGGESTIONS);
        return new ItemsResponse<>(types.stream().map(TradeSuggestion::of).toList(), null);
    }

    @GetMapping("/places")
    PlaceSuggestion place(@RequestParam @Size(max = 200) String address) {
        return switch (AddressParser.parse(address)) {
            case Placement.Placed(var region) -> new PlaceSuggestion(region, List.of());
            case Placement.Ambiguous(var candidates) -> new PlaceSuggestion(null, candidates);
            case Placement.Unplaced() -> new PlaceSuggestion(null, List.of());
        };
    }

    record TradeSuggestion(String name, String industry, int marginPercent) {

        static TradeSuggestion of(BusinessType type) {
            return new TradeSuggestion(
                    type.name(), type.industry().label(), type.defaultMarginPercent());
        }
    }

    record PlaceSuggestion(@Nullable Region location, List<Region> candidates) {}
}
