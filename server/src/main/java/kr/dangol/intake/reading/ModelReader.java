package kr.dangol.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.languagemodel.ModelAnswer;
import kr.dangol.languagemodel.ModelAnswer.Ending;
import kr.dangol.languagemodel.ModelRequest;
import kr.dangol.platform.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads by rules first, and asks the language model about those texts only that may tell of an
/// event but that the rules cannot read: most texts cost nothing. What the model says is kept only
/// as far as the text bears it out, so that nothing is invented and nobody is named.
///
/// A night's texts must never take the model away from owners: calls are few, one after the other,
/// through the same limits and budget as theirs, and end for this batch with the first one refused.
final class ModelReader implements CaseReader {

    /// What an operator sees in the ledger.
    private static final String TASK = "reading";

    private static final Logger log = LoggerFactory.getLogger(ModelReader.class);
    private static final int BATCH = 5;
    private static final int MAX_TOKENS = 900;
    private static final int LONGEST = 1_500;
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SYSTEM = system();
    private static final Map<String, Object> SCHEMA = schema();

    private final RuleReader rules;
    private final LanguageModel model;

    ModelReader(RuleReader rules, LanguageModel model) {
        this.rules = rules;
        this.model = model;
    }

    @Override
    public List<Reading> read(List<CollectedText> texts) {
        var readings = new ArrayList<>(rules.read(texts));
        var open = new ArrayList<Integer>();
        for (var at = 0; at < texts.size(); at++) {
            if (RuleReader.mayStillBeRead(readings.get(at))) {
                open.add(at);
            }
        }
        for (var from = 0; from < open.size(); from += BATCH) {
            var batch = open.subList(from, Math.min(open.size(), from + BATCH));
            if (!ask(texts, batch, readings)) {
                break;
            }
        }
        return readings;
    }

    /// Whether asking further is worth it.
    private boolean ask(List<CollectedText> texts, List<Integer> batch, List<Reading> readings) {
        var words = new StringBuilder();
        var ending = model.ask(request(texts, batch), words::append);
        if (!(ending instanceof ModelAnswer.Asked asked)) {
            return false;
        }
        if (asked.ending() == Ending.COMPLETE) {
            take(words.toString(), texts, batch, readings);
            return true;
        }
        log.info("the model read nothing, its answer ended as {}", asked.ending().key());
        return asked.ending() == Ending.TRUNCATED || asked.ending() == Ending.REFUSED;
    }

    private ModelRequest request(List<CollectedText> texts, List<Integer> batch) {
        var data = new ArrayList<Map<String, Object>>();
        for (var at : batch) {
            var text = texts.get(at);
            var entry = new LinkedHashMap<String, Object>();
            entry.put("n", at);
            entry.put("title", Objects.requireNonNullElse(text.title(), ""));
            entry.put("text", text.text().substring(0, Math.min(LONGEST, text.text().length())));
            data.add(entry);
        }
        return new ModelRequest(
                TASK,
                null,
                SYSTEM,
                JSON.writeValueAsString(data),
                SCHEMA,
                MAX_TOKENS,
                Deadline.in(LONGEST_CALL));
    }

    private void take(
            String answer, List<CollectedText> texts, List<Integer> batch, List<Reading> readings) {
        try {
            for (var entry : JSON.readTree(answer).path("events")) {
                var at = entry.path("n").asInt(-1);
                if (batch.contains(at)) {
                    claim(entry)
                            .flatMap(claim -> rules.verified(texts.get(at), claim))
                            .ifPresent(candidate -> readings.set(at, Reading.of(candidate)));
                }
            }
        } catch (JacksonException broken) {
            log.info("the model's answer is no JSON");
        }
    }

    private static Optional<Claim> claim(JsonNode entry) {
        var actions = EnumSet.noneOf(Action.class);
        for (var said : entry.path("actions")) {
            Arrays.stream(Action.values())
                    .filter(each -> each.name().equals(said.asString("")))
                    .forEach(actions::add);
        }
        return actions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Claim(
                                entry.path("name").asString(""),
                                entry.path("prize").asString(""),
                                actions,
                                entry.path("trade").asString(""),
                                entry.path("place").asString(""),
                                entry.path("sure").asInt(0) / 100.0));
    }

    /// What the model says of one text.
    record Claim(
            String name,
            String prize,
            Set<Action> actions,
            String trade,
            String place,
            double sure) {}

    private static String system() {
        try (var bytes =
                Objects.requireNonNull(ModelReader.class.getResourceAsStream("prompt.txt"))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything is required and nothing is a union: the smallest grammar there is.
    private static Map<String, Object> schema() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("n", Map.of("type", "integer"));
        fields.put("name", Map.of("type", "string"));
        fields.put("prize", Map.of("type", "string"));
        fields.put(
                "actions",
                Map.of(
                        "type",
                        "array",
                        "items",
                        Map.of(
                                "type",
                                "string",
                                "enum",
                                Arrays.stream(Action.values()).map(Enum::name).toList())));
        fields.put("trade", Map.of("type", "string"));
        fields.put("place", Map.of("type", "string"));
        fields.put("sure", Map.of("type", "integer"));
        var events = Map.<String, Object>of("type", "array", "items", object(fields));
        return object(new LinkedHashMap<>(Map.of("events", events)));
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("required", List.copyOf(properties.keySet()));
        object.put("properties", properties);
        return object;
    }
}
