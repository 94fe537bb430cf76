package kr.dangol.intake.reading;

import java.util.List;
import java.util.Set;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Purpose;
import org.jspecify.annotations.Nullable;

/// Reads texts by rules, a word list and the gazetteers. It would rather drop a case than keep a
/// doubtful one: there are always more texts.
final class RuleReader implements CaseReader {

    static final String NO_PRIZE = "경품을 알 수 없어요.";
    static final String NO_PARTICIPATION = "참여 방법을 알 수 없어요.";
    static final String NO_TRADE = "업종을 알 수 없어요.";
    static final String UNSURE = "확실하게 읽히지 않아요.";

    /// Set on the tuning texts; docs/benchmarks/reading.md shows what it does on others.
    private static final double ENOUGH = 0.7;

    private static final Set<Action> ONLINE_CROWD =
            Set.of(Action.FOLLOW, Action.SHARE, Action.POST, Action.TAG_FRIEND, Action.LIKE);

    private final Relevance relevance = new Relevance();
    private final EventNames names = new EventNames(Lexicon.ofNames());
    private final Prizes prizes = new Prizes(Lexicon.ofPrizes(), new Morphemes());
    private final Trades trades = new Trades();
    private final Places places = new Places();
    private final Times times = new Times();

    @Override
    public List<Reading> read(List<CollectedText> texts) {
        return texts.stream().map(this::read).toList();
    }

    private Reading read(CollectedText collected) {
        var text = PreparedText.of(collected);
        var whyNot = relevance.whyNot(text);
        if (whyNot.isPresent()) {
            return Reading.dropped(whyNot.get());
        }
        var prize = prizes.in(text);
        if (prize.isEmpty()) {
            return Reading.dropped(NO_PRIZE);
        }
        var actions = Action.in(text);
        if (actions.isEmpty()) {
            return Reading.dropped(NO_PARTICIPATION);
        }
        var trade = trades.in(text);
        if (trade.isEmpty()) {
            return Reading.dropped(NO_TRADE);
        }
        var name = names.in(text);
        var confidence = confidence(name.isPresent(), actions, trade.get());
        if (confidence < ENOUGH) {
            return Reading.dropped(UNSURE);
        }
        var when = times.of(text, collected.date());
        var figures = StatedFigures.in(text);
        var gift = prize.get().text();
        return Reading.of(
                new CandidateCase(
                        name.orElse(gift + (gift.endsWith("할인") ? " 이벤트" : " 증정 이벤트")),
                        gift,
                        Action.sentence(actions),
                        trade.get().type(),
                        places.in(text).orElse(null),
                        when.date(),
                        when.season(),
                        purpose(text, actions),
                        channel(actions),
                        figures.cost(),
                        figures.participants(),
                        figures.roi(),
                        confidence));
    }

    /// What the text says of itself counts; one thing missing is allowed.
    private static double confidence(boolean named, Set<Action> actions, Trades.Trade trade) {
        var confidence = 0.55;
        confidence += named ? 0.2 : 0;
        confidence += trade.plain() ? 0.1 : 0;
        confidence += actions.stream().anyMatch(RuleReader::isTelling) ? 0.1 : 0;
        return confidence;
    }

    /// Any visit to a shop is a visit; the others are said only where one takes part in something.
    private static boolean isTelling(Action action) {
        return action != Action.VISIT && action != Action.PURCHASE && action != Action.RESERVE;
    }

    private static Channel channel(Set<Action> actions) {
        return actions.stream().anyMatch(each -> each.channel() == Channel.ONLINE)
                ? Channel.ONLINE
                : Channel.OFFLINE;
    }

    private static @Nullable Purpose purpose(PreparedText text, Set<Action> actions) {
        var everything = text.everything();
        if (everything.matches("(?s).*(?:오픈|개업|첫\\s?방문|신규).*")
                || actions.contains(Action.REFERRAL)) {
            return Purpose.NEW_CUSTOMERS;
        }
        if (actions.contains(Action.STAMP) || everything.matches("(?s).*재(?:방문|등록).*")) {
            return Purpose.REVISIT;
        }
        if (actions.stream().anyMatch(ONLINE_CROWD::contains)) {
            return Purpose.AWARENESS;
        }
        return actions.contains(Action.PURCHASE) ? Purpose.SALES : null;
    }
}
