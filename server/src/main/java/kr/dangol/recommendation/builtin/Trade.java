package kr.dangol.recommendation.builtin;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the planner knows about one business type: traits that mechanics ask for, words, gifts.
record Trade(
        String name,
        Set<String> traits,
        Map<String, List<String>> words,
        Map<GiftKind, List<Gift>> gifts) {

    private static final List<String> SINGLE = List.of("shop", "act", "quiet");
    private static final List<String> LISTS =
            List.of("goods", "one", "photo", "know", "near", "crowd", "hook");

    static Trade read(String name, YamlNode node) {
        // In order: words are drawn one after another, and the immutable maps of the JDK shuffle
        // theirs anew in every process.
        var words = new LinkedHashMap<String, List<String>>();
        SINGLE.forEach(key -> words.put(key, List.of(node.text(key))));
        LISTS.forEach(key -> words.put(key, node.texts(key)));
        var gifts = new EnumMap<GiftKind, List<Gift>>(GiftKind.class);
        for (var kind : GiftKind.values()) {
            gifts.put(kind, node.texts(YamlNode.key(kind)).stream().map(Gift::parse).toList());
        }
        return new Trade(
                name, Set.copyOf(node.texts("traits")), Collections.unmodifiableMap(words), gifts);
    }

    List<String> words(String key) {
        return words.getOrDefault(key, List.of());
    }

    List<Gift> gifts(GiftKind kind) {
        return gifts.getOrDefault(kind, List.of());
    }
}
