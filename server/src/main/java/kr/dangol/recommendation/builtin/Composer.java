package kr.dangol.recommendation.builtin;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
    Optional<PlanDraft> compose(Mechanic mechanic) {
        var gift = gift(mechanic.reward());
        var winners =
                mechanic.reward().everyone()
                        ? null
                        : (Integer) Money.winners(mechanic.reward(), gift, cost);
        var days = days(mechanic);
        var words = words(mechanic, gift, winners == null ? 0 : winners, days);
        return title(mechanic, words)
                .map(title -> {
                    setting.use(mechanic, gift, title);
                    return new PlanDraft(
                            slot,
                            title,
                            gift.name(),
                            text(mechanic.texts().participation(), words),
                            Won.of(cost),
                            winners,
                            days,
                            Won.of(gift.price()),
                            kit(mechanic, gift, winners, days, words));
                });
    }

    /// The mechanic's own titles first, with several words tried for each; then the plainer ones.
    private Optional<String> title(Mechanic mechanic, Map<String, String> words) {
        return Stream.concat(
                        variants(mix.shuffled(mechanic.texts().titles()), words),
                        variants(mix.shuffled(mechanic.plainTitles().toList()), words))
                .filter(title -> title.codePointCount(0, title.length()) <= TITLE_LIMIT)
                .filter(setting::isNew)
                .findFirst();
    }

    private Stream<String> variants(List<String> templates, Map<String, String> words) {
        return IntStream.range(0, 4)
                .boxed()
                .flatMap(round -> templates.stream().map(each -> variant(each, words, round)));
    }

    /// The first round keeps the plan's own words, later ones exchange those that titles use.
    private String variant(String template, Map<String, String> words, int round) {
        if (round == 0) {
            return Template.fill(template, words);
        }
        var others = new HashMap<>(words);
        for (var key : List.of("hook", "one", "photo")) {
            others.put(key, mix.one(setting.trade().words(key)));
        }
        return Template.fill(template, others);
    }

    private Gift gift(Mechanic.Reward reward) {
        var limit = reward.everyone() ? Tier.of(cost).dearestForEveryone() : cost * 70 / 100;
        var own = reward.gifts();
        return Stream.concat(
                        own.isEmpty() ? Stream.of() : Stream.of(own),
                        kindsUpTo(reward.kind()).map(setting.trade()::gifts))
                .map(gifts -> gifts.stream().filter(gift -> gift.price() <= limit).toList())
                .filter(gifts -> !gifts.isEmpty())
                .map(mix::shuffled)
                .map(gifts ->
                        gifts.stream()
                                .filter(gift -> !setting.isUsed(gift))
                                .findFirst()
                                .orElse(gifts.getFirst()))
                .findFirst()
                .orElseGet(() -> new Gift("사장님 손글씨 감사 카드", Math.min(300, cost / 2)));
    }

    /// The kind asked for, then the cheaper ones.
    private static Stream<GiftKind> kindsUpTo(GiftKind kind) {
        return IntStream.rangeClosed(0, kind.ordinal())
                .mapToObj(i -> GiftKind.values()[kind.ordinal() - i]);
    }

    /// An occasion's event lasts at least until its day, three weeks at most.
    private int days(Mechanic mechanic) {
        var occasion = setting.occasionFor(mechanic);
        if (occasion == null || !mechanic.isSeasonal()) {
            return mechanic.days();
        }
        var until = ChronoUnit.DAYS.between(setting.brief().startDate(), occasion.to()) + 1;
        return (int) Math.clamp(until, Math.min(5, mechanic.days()), 21);
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

    private Map<String, String> words(Mechanic mechanic, Gift gift, int winners, int days) {
        var trade = setting.trade();
        var words = new HashMap<String, String>();
        trade.words().forEach((key, values) -> words.put(key, mix.one(values)));
        var goods = mix.shuffled(trade.words("goods"));
        words.put("goods", goods.getFirst());
        words.put("other", goods.getLast());
        var wish = setting.wish();
        if (!wish.crowd().isEmpty()) {
            words.put("crowd", mix.one(wish.crowd()));
        }
        if (!wish.quiet().isEmpty()) {
            words.put("quiet", mix.one(wish.quiet()));
        }
        var occasion = setting.occasionFor(mechanic);
        var start = setting.brief().startDate();
        words.put("occasion", occasion == null ? "" : occasion.name());
        words.put("season", setting.brief().season().label());
        words.put("month", start.plusDays(4).getMonthValue() + "월");
        words.put("town", setting.town());
        words.put("prize", gift.name());
        words.put("n", "%,d".formatted(winners));
        words.put("period", period(days));
        return words;
    }

    private static String period(int days) {
        return switch (days) {
            case 7 -> "일주일";
            case 10 -> "열흘";
            case 14 -> "2주";
            case 21 -> "3주";
            case 28 -> "4주";
            case 30 -> "한 달";
            case 42 -> "6주";
            case 56 -> "8주";
            default -> days + "일";
        };
    }
}
