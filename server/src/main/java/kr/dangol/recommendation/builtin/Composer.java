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
import kr.dangol.recommendation.planning.Prizes;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Turns a mechanic into a plan for one setting: fills its texts, picks the gift, does the sums.
final class Composer {

    private static final int TITLE_LIMIT = 30;
    private static final int PARTICIPATION_LIMIT = 200;
    private static final int LONGEST_OCCASION = 21;
    private static final int FEWEST_PRIZES = 3;

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
        var gift = gift(mechanic.reward());
        var winners =
                mechanic.reward().everyone()
                        ? null
                        : (Integer) Money.winners(mechanic.reward(), gift, cost);
        var days = days(candidate);
        var words = words(candidate, gift, winners == null ? 0 : winners, days);
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

    /// A gift of the kind asked for or the next dearer one, an unused one if there is; only where
    /// the money buys too few of them ([#FEWEST_PRIZES]) a cheaper one.
    private Gift gift(Mechanic.Reward reward) {
        var own = mix.shuffled(reward.gifts()).stream();
        var wanted = Stream.concat(own, kinds(reward.kind()).flatMap(this::trade));
        var right = reward.everyone() ? everyones(wanted) : wanted;
        return Stream.of(right, trade(GiftKind.TREAT), trade(GiftKind.SMALL))
                .map(gifts -> gifts.filter(gift -> isPayable(gift, reward)).toList())
                .filter(gifts -> !gifts.isEmpty())
                .map(this::unusedOrFirst)
                .findFirst()
                .or(() -> trade(GiftKind.SMALL).filter(this::isOneAffordable).findFirst())
                .orElseGet(() -> new Gift("사장님 손글씨 감사 카드", Math.min(300, cost / 2)));
    }

    /// What many get should be worth the trip in a large campaign: the dearest first there.
    private Stream<Gift> everyones(Stream<Gift> gifts) {
        var dearest = Comparator.comparingLong(Gift::price).reversed();
        var sorted = Tier.of(cost) == Tier.HIGH ? gifts.sorted(dearest) : gifts;
        return Stream.concat(sorted, anyones());
    }

    private Gift unusedOrFirst(List<Gift> gifts) {
        return gifts.stream()
                .filter(gift -> !setting.isUsed(gift))
                .findFirst()
                .orElse(gifts.getFirst());
    }

    private static Stream<GiftKind> kinds(GiftKind kind) {
        return switch (kind) {
            case SMALL -> Stream.of(GiftKind.SMALL);
            case TREAT -> Stream.of(GiftKind.TREAT, GiftKind.BIG);
            case BIG, GRAND -> Stream.of(GiftKind.BIG, GiftKind.GRAND);
        };
    }

    private Stream<Gift> anyones() {
        var isCare = setting.trade().traits().contains("care");
        return isCare ? Stream.of() : setting.anyonesGifts().stream();
    }

    private Stream<Gift> trade(GiftKind kind) {
        return mix.shuffled(setting.trade().gifts(kind)).stream();
    }

    private boolean isPayable(Gift gift, Mechanic.Reward reward) {
        return reward.everyone()
                ? gift.price() <= Tier.of(cost).dearestForEveryone() && isOneAffordable(gift)
                : gift.price() * FEWEST_PRIZES <= cost * reward.share() / 100;
    }

    private boolean isOneAffordable(Gift gift) {
        return Prizes.affordable(cost, gift.price()) > 0;
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

    private Map<String, String> words(Candidate candidate, Gift gift, int winners, int days) {
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
        var occasion = candidate.occasion();
        var start = setting.brief().startDate();
        words.put("occasion", occasion == null ? "" : occasion.name());
        words.put("season", setting.brief().season().label());
        words.put("month", start.plusDays(4).getMonthValue() + "월");
        words.put("town", setting.town());
        words.put("spend", spend(trade));
        words.put("prize", gift.name());
        words.put("n", "%,d".formatted(winners));
        words.put("period", period(days));
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
