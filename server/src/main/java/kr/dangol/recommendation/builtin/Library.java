package kr.dangol.recommendation.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;

/// Everything the planner knows, read once from `resources/planner`.
record Library(Map<String, Trade> trades, List<Mechanic> mechanics, List<Wish.Topic> topics) {

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
        var trades = new HashMap<String, Trade>();
        ((Map<?, ?>) YamlNode.load("/planner/trades.yaml"))
                .forEach((name, fields) ->
                        trades.put(
                                name.toString(),
                                Trade.read(name.toString(), new YamlNode((Map<?, ?>) fields))));
        var mechanics =
                MECHANICS.stream()
                        .map("/planner/mechanics/%s.yaml"::formatted)
                        .flatMap(file -> YamlNode.list(file).stream())
                        .map(Mechanic::read)
                        .toList();
        var topics = YamlNode.list("/planner/wishes.yaml").stream().map(Wish.Topic::read).toList();
        return new Library(Map.copyOf(trades), mechanics, topics);
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
