package kr.dangol.recommendation.builtin;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.Prizes;

/// Picks a gift that the cost can pay, if possible one that the answer does not give yet.
final class GiftPicker {

    /// With fewer prizes than this a cheaper gift for more people is the better event.
    private static final int FEWEST_PRIZES = 3;

    private final Setting setting;
    private final long cost;
    private final Mix mix;

    GiftPicker(Setting setting, long cost, Mix mix) {
        this.setting = setting;
        this.cost = cost;
        this.mix = mix;
    }

    /// A gift of the kind asked for or the next dearer one, an unused one if there is; only where
    /// the money buys too few of them ([#FEWEST_PRIZES]) a cheaper one.
    Gift pick(Mechanic.Reward reward) {
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
}
