package kr.dangol.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The hand-labelled texts; their form is described in `tuning.txt`.
public final class LabelledTexts {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^\\[(\\S+) (\\S+) (\\S+)\\] ?(.*?)\\n(.*?)^=> (.*?)$");

    private LabelledTexts() {}

    /// A text with what a careful person reads in it; `expected` is null where there is no event.
    public record Labelled(CollectedText text, @Nullable Expected expected) {}

    /// Each field with all answers that are right; empty where the text says nothing.
    public record Expected(
            List<String> titles,
            List<String> prizes,
            List<Set<String>> actions,
            List<String> types,
            List<String> regions,
            List<String> seasons,
            Map<String, Integer> figures) {}

    public static List<Labelled> tuning() {
        return read("tuning.txt");
    }

    public static List<Labelled> heldOut() {
        return read("held-out.txt");
    }

    private static List<Labelled> read(String file) {
        return BLOCK.matcher(content(file))
                .results()
                .map(block -> {
                    var isBlog = block.group(2).equals("naver");
                    var text =
                            new CollectedText(
                                    block.group(1),
                                    block.group(2),
                                    isBlog ? block.group(4) : null,
                                    block.group(5),
                                    "https://example.com/" + block.group(1),
                                    LocalDate.parse(block.group(3)));
                    return new Labelled(text, expected(block.group(6)));
                })
                .toList();
    }

    private static String content(String file) {
        var stream = LabelledTexts.class.getResourceAsStream("/intake/reading/" + file);
        try (var bytes = Objects.requireNonNull(stream, file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Expected expected(String label) {
        if (label.strip().equals("-")) {
            return null;
        }
        var fields = label.split("\\|", -1);
        return new Expected(
                answers(fields[0]),
                answers(fields[1]),
                answers(fields[2]).stream().map(each -> Set.of(each.split(" "))).toList(),
                answers(fields[3]),
                answers(fields[4]),
                answers(fields[5]),
                figures(fields[6]));
    }

    private static List<String> answers(String field) {
        return Arrays.stream(field.split("/")).map(String::strip).toList();
    }

    private static Map<String, Integer> figures(String field) {
        return Arrays.stream(field.strip().split(" "))
                .filter(each -> each.contains("="))
                .map(each -> each.split("="))
                .collect(
                        Collectors.toMap(
                                each -> each[0],
                                each -> Integer.valueOf(each[1]),
                                (one, other) -> one,
                                HashMap::new));
    }
}
