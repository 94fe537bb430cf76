package kr.dangol.intake.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.dangol.shared.AddressParser;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.KoreanText;
import kr.dangol.shared.Placement.Placed;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
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

    /// What a model must be sure of; its case is never taken for surer than that.
    private static final double SURE_ENOUGH = 0.8;

    private static final Set<String> READ_IN_PART =
            Set.of(NO_PRIZE, NO_PARTICIPATION, NO_TRADE, UNSURE);

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
        var told =
                new Told(
                        name,
                        prize.get().text(),
                        actions,
                        trade.get().type(),
                        places.in(text),
                        confidence);
        return Reading.of(candidate(text, collected, told));
    }

    /// What was read of a text, by whomever.
    private record Told(
            Optional<String> name,
            String prize,
            Set<Action> actions,
            BusinessType type,
            Optional<Region> region,
            double confidence) {}

    /// A name, where the text has none, says what is given. Times and figures are read by rules
    /// only.
    private CandidateCase candidate(PreparedText text, CollectedText collected, Told told) {
        var when = times.of(text, collected.date());
        var figures = StatedFigures.in(text);
        var prize = told.prize();
        return new CandidateCase(
                told.name().orElse(prize + (prize.endsWith("할인") ? " 이벤트" : " 증정 이벤트")),
                prize,
                Action.sentence(told.actions()),
                told.type(),
                told.region().orElse(null),
                when.date(),
                when.season(),
                purpose(text, told.actions()),
                channel(told.actions()),
                figures.cost(),
                figures.participants(),
                figures.roi(),
                told.confidence());
    }

    /// Whether somebody who understands more may still find a case in the text.
    static boolean mayStillBeRead(Reading reading) {
        var dropped = reading.dropped();
        return dropped != null && READ_IN_PART.contains(dropped);
    }

    /// What another reader claims of a text, as far as the text bears it out: prize and place must
    /// stand in it, the trade must be one we know and the text speaks of, names are kept only in
    /// words we know.
    Optional<CandidateCase> verified(CollectedText collected, ModelReader.Claim claim) {
        var text = PreparedText.of(collected);
        var said = KoreanText.key(text.everything());
        var prize =
                prizes.verified(claim.prize()).filter(each -> said.contains(KoreanText.key(each)));
        var trade =
                BusinessTypes.find(claim.trade())
                        .filter(type -> !BusinessTypes.isGeneral(type))
                        .filter(type -> said.contains(KoreanText.key(claim.trade())));
        if (claim.sure() < SURE_ENOUGH || prize.isEmpty() || trade.isEmpty()) {
            return Optional.empty();
        }
        var name = names.verified(claim.name()).filter(each -> said.contains(KoreanText.key(each)));
        return Optional.of(
                candidate(
                        text,
                        collected,
                        new Told(
                                name,
                                prize.get(),
                                claim.actions(),
                                trade.get(),
                                region(text, claim.place(), said),
                                Math.min(claim.sure(), SURE_ENOUGH))));
    }

    private Optional<Region> region(PreparedText text, String place, String said) {
        var read = places.in(text);
        return read.isEmpty()
                        && said.contains(KoreanText.key(place))
                        && AddressParser.parse(place) instanceof Placed placed
                ? Optional.of(placed.region())
                : read;
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
