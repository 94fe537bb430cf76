package kr.dangol.recommendation.builtin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.PlanDraft.Kit;
import kr.dangol.recommendation.planning.PlanDraft.Step;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Turns a mechanic into a plan for one setting: fills its texts, picks the gift, does the sums.
final class Composer {

    private static final int TITLE_LIMIT = 30;
    private static final int PARTICIPATION_LIMIT = 200;
    private static final int LONGEST_OCCASION = 21;

    /// Words that a title may exchange without contradicting the plan's other texts.
    private static final List<String> TITLE_WORDS = List.of("hook", "one", "photo");

    private final Setting setting;
    private final Slot slot;
    private final long cost;
    private final Mix mix;

    Composer(Setting setting, Slot slot, long cost, Mix mix) {
        this.setting = setting;
        this.slot = slot;
        this.cost = cost;
        this.mix = mix;
    }

    /// The plan, or empty when every title of the mechanic is used up.
    Optional<PlanDraft> compose(Candidate candidate) {
        var mechanic = candidate.mechanic();
        var gift = new GiftPicker(setting, cost, mix).pick(mechanic.reward());
        var winners =
                mechanic.reward().everyone()
                        ? null
                        : (Integer) Money.winners(mechanic.reward(), gift, cost);
        var days = days(candidate);
        var words = words(gift, winners == null ? 0 : winners);
        return title(mechanic, words)
                .map(title -> {
                    setting.use(mechanic, gift, title);
                    return new PlanDraft(
                            slot,
                            title,
                            gift.name(),
                            participation(mechanic, words),
                            Won.of(cost),
                            winners,
                            days,
                            Won.of(gift.price()),
                            kit(mechanic, gift, winners, days, words));
                });
    }

    /// The mechanic's own titles first, with several words tried for each; then plainer ones; at
    /// last, numbered ones, so that there always is a title left.
    private Optional<String> title(Mechanic mechanic, Map<String, String> words) {
        var own = ownTitles(mechanic);
        var plain = mix.shuffled(mechanic.plainTitles().toList());
        return Stream.of(variants(own, words), variants(plain, words), mechanic.numberedTitles())
                .flatMap(titles -> titles)
                .filter(title -> title.codePointCount(0, title.length()) <= TITLE_LIMIT)
                .filter(setting::isNew)
                .findFirst();
    }

    /// Often those first that name the trade or the town: shops next door should not share a title.
    private List<String> ownTitles(Mechanic mechanic) {
        var titles = mix.shuffled(mechanic.texts().titles());
        if (mix.fraction() < 0.6) {
            titles.sort(Comparator.comparing(title -> !title.contains("$")));
        }
        return titles;
    }

    /// Every template with the plan's own words, then with each other word of the trade.
    private Stream<String> variants(List<String> templates, Map<String, String> words) {
        var rounds = Stream.concat(Stream.of(words), otherWords(words));
        return rounds.flatMap(
                round -> templates.stream().map(template -> Template.fill(template, round)));
    }

    private Stream<Map<String, String>> otherWords(Map<String, String> words) {
        return TITLE_WORDS.stream()
                .flatMap(key ->
                        setting.trade().words(key).stream()
                                .map(word -> {
                                    var other = new HashMap<>(words);
                                    other.put(key, word);
                                    return other;
                                }));
    }

    /// An occasion's event lasts until its day, three weeks at most.
    private int days(Candidate candidate) {
        var mechanic = candidate.mechanic();
        var occasion = candidate.occasion();
        if (occasion == null || !mechanic.isSeasonal()) {
            return mechanic.days();
        }
        return Math.min(LONGEST_OCCASION, setting.daysLeft(occasion, mechanic));
    }

    private Kit kit(
            Mechanic mechanic,
            Gift gift,
            @Nullable Integer winners,
            int days,
            Map<String, String> words) {
        return new Kit(
                Money.items(mechanic, gift, winners, cost),
                mechanic.texts().steps().stream().map(step -> step(step, days, words)).toList(),
                text(mechanic.texts().staff(), words));
    }

    /// "-3 …" is three days before the start, "end …" the last day.
    private static Step step(String step, int days, Map<String, String> words) {
        var middle = step.indexOf(' ');
        var day = step.substring(0, middle);
        return new Step(
                day.equals("end") ? days - 1 : Math.min(days - 1, Integer.parseInt(day)),
                Template.fill(step.substring(middle + 1), words));
    }

    private String text(List<String> templates, Map<String, String> words) {
        return mix.shuffled(templates).stream()
                .map(each -> Template.fill(each, words))
                .filter(text -> text.codePointCount(0, text.length()) <= PARTICIPATION_LIMIT)
                .findFirst()
                .orElseThrow();
    }

    /// Two plans at least, then every second or so, also say something to the wish, each time
    /// something else.
    private String participation(Mechanic mechanic, Map<String, String> words) {
        var text = text(mechanic.texts().participation(slot.channel()), words);
        var enough = setting.notesSaid() >= 2 && mix.fraction() < 0.5;
        if (enough || mechanic.fit().suitsOnlyCare()) {
            return text;
        }
        return setting.nextNote(mechanic)
                .map(note -> text + " " + note)
                .filter(longer -> longer.codePointCount(0, longer.length()) <= PARTICIPATION_LIMIT)
                .orElse(text);
    }

    private Map<String, String> words(Gift gift, int winners) {
        var trade = setting.trade();
        var words = new HashMap<String, String>();
        trade.words().forEach((key, values) -> words.put(key, mix.one(values)));
        var goods = mix.shuffled(trade.words("goods"));
        goods.sort(Comparator.comparing(each -> !setting.brief().wish().contains(each)));
        words.put("goods", goods.getFirst());
        words.put("other", goods.getLast());
        var wish = setting.wish();
        if (!wish.crowd().isEmpty()) {
            words.put("crowd", mix.one(wish.crowd()));
        }
        if (!wish.quiet().isEmpty()) {
            words.put("quiet", mix.one(wish.quiet()));
        }
        var start = setting.brief().startDate();
        words.put("season", setting.brief().season().label());
        words.put("month", start.plusDays(4).getMonthValue() + "월");
        words.put("town", Town.of(setting.brief().region()));
        words.put("spend", spend(trade));
        words.put("prize", gift.name());
        words.put("n", "%,d".formatted(winners));
        return words;
    }

    /// What a customer spends at a time, as the step for draws and cards.
    private static String spend(Trade trade) {
        var traits = trade.traits();
        if (traits.contains("rare") || traits.contains("lodging") || traits.contains("booking")) {
            return "3만원";
        }
        return traits.contains("frequent") ? "1만원" : "2만원";
    }
}
