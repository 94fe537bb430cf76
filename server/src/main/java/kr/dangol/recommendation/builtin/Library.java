package kr.dangol.recommendation.builtin;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;

/// Everything the planner knows, read once from `resources/planner`.
record Library(
        Map<String, Trade> trades,
        List<Gift> anyonesGifts,
        List<Mechanic> mechanics,
        List<Wish.Topic> topics) {

    /// The entry among the trades with what any shop can give.
    private static final String ANYONE = "모두";

    private static final List<String> MECHANICS =
            List.of(
                    "low-online",
                    "low-offline",
                    "medium-online",
                    "medium-offline",
                    "high-online",
                    "high-offline",
                    "occasions");

    static Library load() {
        var entries = YamlNode.map("/planner/trades.yaml");
        var gifts = requireNonNull(entries.remove(ANYONE)).texts("small");
        var trades = new HashMap<String, Trade>();
        entries.forEach((name, node) -> trades.put(name, Trade.read(name, node)));
        var mechanics =
                MECHANICS.stream()
                        .map("/planner/mechanics/%s.yaml"::formatted)
                        .flatMap(file -> YamlNode.list(file).stream())
                        .map(Mechanic::read)
                        .toList();
        var topics = YamlNode.list("/planner/wishes.yaml").stream().map(Wish.Topic::read).toList();
        return new Library(
                Map.copyOf(trades), gifts.stream().map(Gift::parse).toList(), mechanics, topics);
    }

    /// The trade of a business type, else that of its industry's general type.
    Trade trade(BusinessType type) {
        return Stream.of(type, BusinessTypes.general(type.industry()))
                .map(each -> trades.get(each.name()))
                .filter(trade -> trade != null)
                .findFirst()
                .orElseThrow();
    }
}
