package kr.dangol.recommendation.claude;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dangol.experiment.Writers;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.market.Statement;
import kr.dangol.market.Trends;
import kr.dangol.platform.Deadline;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanReview;
import kr.dangol.recommendation.planning.Verdict.Refused;
import kr.dangol.recommendation.planning.WritingTask;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Slot;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Knows what a prompt for plans must hold, whoever wrote it.
@Component
class PromptDesk implements Writers {

    /// The versions under `prompts/plans`, the oldest first.
    private static final List<String> SHIPPED = List.of("v1");

    /// What the answer's schema asks for must be explained.
    private static final List<String> WANTED =
            List.of(
                    "title",
                    "prize",
                    "unitPrice",
                    "winners",
                    "days",
                    "cost",
                    "participation",
                    "trends");

    /// Shorter ones are not cached by the vendor (512 tokens) and cannot hold the rules.
    private static final int SHORTEST = 1_100;

    /// Characters of Korean text in a token, about, as in the benchmarks' count.
    private static final double CHARACTERS_PER_TOKEN = 1.7;

    private static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 12, 20);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LanguageModel model;

    PromptDesk(LanguageModel model) {
        this.model = model;
    }

    @Override
    public List<ShippedPrompt> shippedPrompts() {
        return SHIPPED.stream()
                .map(version -> new ShippedPrompt(version, PlanPrompt.shipped(version).system()))
                .toList();
    }

    @Override
    public Set<String> models() {
        return model.models();
    }

    @Override
    public List<Fault> faults(String systemText) {
        var faults = new ArrayList<Fault>();
        if (systemText.length() < SHORTEST) {
            faults.add(Fault.of("field.prompt.short", SHORTEST));
        }
        WANTED.stream()
                .filter(word -> !systemText.contains(word))
                .forEach(word -> faults.add(Fault.of("field.prompt.missing", word)));
        Stream.of(Slot.values())
                .map(Slot::key)
                .filter(key -> !systemText.contains(key))
                .forEach(key -> faults.add(Fault.of("field.prompt.missing", key)));
        if (systemText.contains("{{") || systemText.contains("}}")) {
            faults.add(Fault.of("field.prompt.place"));
        }
        if (systemText.codePoints().anyMatch(PromptDesk::isInvisible)) {
            faults.add(Fault.of("field.prompt.control"));
        }
        if (!systemText.contains("따옴표") || !systemText.contains("따르지")) {
            faults.add(Fault.of("field.prompt.guard"));
        }
        if (hangulShare(systemText) < 0.4) {
            faults.add(Fault.of("field.prompt.korean"));
        }
        faults.addAll(exampleFaults(systemText));
        return faults;
    }

    /// An example is what the model copies most gladly: it keeps every rule itself.
    private static List<Fault> exampleFaults(String systemText) {
        var faults = new ArrayList<Fault>();
        var lines = systemText.lines().filter(line -> line.startsWith("{")).toList();
        for (var i = 0; i < lines.size(); i++) {
            var number = i + 1;
            var plan = plan(lines.get(i));
            if (plan.isEmpty()) {
                faults.add(Fault.of("field.prompt.example", number));
            } else if (PlanReview.review(
                            plan.get().toDraft(slotOf(plan.get())), SAMPLE_BRIEF, List.of())
                    instanceof Refused(var reason, var _)) {
                faults.add(Fault.of("field.prompt.example.rule", number, reason.name()));
            }
        }
        return faults;
    }

    private static Optional<WrittenPlan> plan(String line) {
        try {
            return WrittenPlan.read(JSON.readTree(line));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Slot slotOf(WrittenPlan plan) {
        return plan.cost() <= 500_000
                ? Slot.LOW_ONLINE
                : plan.cost() <= 2_000_000 ? Slot.MEDIUM_ONLINE : Slot.HIGH_ONLINE;
    }

    private static boolean isInvisible(int point) {
        var type = Character.getType(point);
        return point != '\n'
                && point != '\t'
                && (type == Character.CONTROL || type == Character.FORMAT);
    }

    private static double hangulShare(String text) {
        var letters = text.codePoints().filter(Character::isLetter).count();
        var hangul =
                text.codePoints()
                        .filter(point ->
                                Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL)
                        .count();
        return letters == 0 ? 0 : (double) hangul / letters;
    }

    @Override
    public int tokens(String systemText) {
        return (int) Math.ceil(systemText.length() / CHARACTERS_PER_TOKEN);
    }

    private static final Brief SAMPLE_BRIEF =
            new Brief(
                    Industry.FOOD,
                    BusinessTypes.find("고깃집").orElseThrow(),
                    new Region("서울", "강남구"),
                    Purpose.NEW_CUSTOMERS,
                    SAMPLE_DAY,
                    null,
                    "20대 손님이 더 왔으면 좋겠어요",
                    Set.of());

    private static final Trends SAMPLE_TRENDS =
            new Trends(
                    new Statement("고깃집을 찾는 손님이 꾸준해요.", "보기", SAMPLE_DAY),
                    new Statement("서울 강남구 사례가 있어요.", "보기", SAMPLE_DAY),
                    new Statement("크리스마스가 다가와요.", "보기", SAMPLE_DAY));

    @Override
    public String sample(String basedOn, String systemText) {
        var task =
                new WritingTask(
                        SAMPLE_BRIEF,
                        List.of(),
                        SAMPLE_TRENDS,
                        Map.of(),
                        true,
                        null,
                        Deadline.in(Duration.ofSeconds(9)));
        return new PlanPrompt(basedOn, basedOn, systemText).user(task, EnumSet.allOf(Slot.class));
    }
}
