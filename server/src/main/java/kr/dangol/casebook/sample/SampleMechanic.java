package kr.dangol.casebook.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dangol.casebook.sample.SampleTrade.PrizeTier;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import org.jspecify.annotations.Nullable;

/// A way an event works: who it fits, what it is for, how customers take part, and how strongly it
/// draws people and revenue. Read from `sample-mechanics.txt`.
record SampleMechanic(
        String name,
        Channel channel,
        Set<String> fits,
        List<Purpose> purposes,
        List<PrizeTier> tiers,
        Winners winners,
        double reach,
        double spending,
        List<String> titles,
        List<String> ways) {

    private static final String EVERYBODY = "*";

    /// Who gets the prize.
    enum Winners {
        DRAW,
        FIRST,
        ALL
    }

    boolean fits(SampleTrade trade) {
        return fits.contains(EVERYBODY)
                || fits.contains(trade.type().name())
                || fits.contains(trade.type().industry().label());
    }

    static List<SampleMechanic> load() throws IOException {
        var mechanics = new ArrayList<SampleMechanic>();
        Block block = null;
        try (var reader = SampleResources.open("sample-mechanics.txt")) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("= ")) {
                    add(mechanics, block);
                    block = new Block(line.substring(2));
                } else if (block != null && !line.isBlank()) {
                    block.add(line);
                }
            }
        }
        add(mechanics, block);
        return List.copyOf(mechanics);
    }

    private static void add(List<SampleMechanic> mechanics, @Nullable Block block) {
        if (block != null) {
            mechanics.add(block.toMechanic());
        }
    }

    /// The lines of one mechanic while they are read.
    private record Block(String name, Map<String, List<String>> lines) {

        Block(String name) {
            this(name, new HashMap<>());
        }

        void add(String line) {
            var space = line.indexOf(' ');
            lines.computeIfAbsent(line.substring(0, space), key -> new ArrayList<>())
                    .add(line.substring(space + 1));
        }

        SampleMechanic toMechanic() {
            var effect = words("effect");
            return new SampleMechanic(
                    name,
                    Channel.valueOf(upper(words("channel").getFirst())),
                    words("fits").stream()
                            .map(Block::known)
                            .collect(Collectors.toUnmodifiableSet()),
                    words("purposes").stream().map(Purpose::valueOf).toList(),
                    words("prizes").stream().map(each -> PrizeTier.valueOf(upper(each))).toList(),
                    Winners.valueOf(upper(words("winners").getFirst())),
                    Double.parseDouble(effect.get(0)),
                    Double.parseDouble(effect.get(1)),
                    all("title"),
                    all("how"));
        }

        private List<String> words(String key) {
            return Arrays.asList(all(key).getFirst().split(" "));
        }

        private List<String> all(String key) {
            var values = lines.get(key);
            if (values == null) {
                throw new IllegalStateException(name + " has no " + key);
            }
            return List.copyOf(values);
        }

        /// `*`, an industry's label, or the name of the type that the word means.
        private static String known(String word) {
            var isGroup = word.equals(EVERYBODY) || Industry.find(word).isPresent();
            return isGroup ? word : BusinessTypes.find(word).orElseThrow().name();
        }

        private static String upper(String word) {
            return word.toUpperCase(Locale.ROOT);
        }
    }
}
