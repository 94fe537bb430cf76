package kr.dangol.forecast.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import kr.dangol.casebook.Casebook;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentGroup;
import kr.dangol.event.EventTraits;
import kr.dangol.forecast.Ground;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Grade;
import org.jspecify.annotations.Nullable;

/// Weighs lessons in the forecast for one plan, and names those that count most.
final class Weighing {

    private static final int MOST_NAMED = 6;
    private static final int MOST_REASONS = 3;

    private final Experience experience;
    private final List<Lesson> lessons;
    private final EventTraits plan;
    private final double[] shares;

    Weighing(Experience experience, List<Lesson> lessons, EventTraits plan) {
        this.experience = experience;
        this.lessons = lessons;
        this.plan = plan;
        shares = experience.shares(plan, lessons);
    }

    List<Ground> grounds(AccountId asking, Casebook casebook) {
        var named = alone(asking, casebook);
        together(asking).ifPresent(named::add);
        named.sort(Comparator.comparingDouble(Ground::share).reversed());
        return named;
    }

    private List<Ground> alone(AccountId asking, Casebook casebook) {
        var heaviest =
                IntStream.range(0, lessons.size())
                        .filter(i -> shares[i] > 0 && !lessons.get(i).isOfAnotherThan(asking))
                        .boxed()
                        .sorted(Comparator.<Integer>comparingDouble(i -> shares[i]).reversed())
                        .limit(MOST_NAMED)
                        .toList();
        var pages = casebook.find(heaviest.stream().map(i -> lessons.get(i).id()).toList());
        var grounds = new ArrayList<Ground>();
        for (var i : heaviest) {
            var page = pages.get(lessons.get(i).id());
            if (page != null) {
                grounds.add(ground(page, i));
            }
        }
        return grounds;
    }

    private Ground ground(Precedent page, int number) {
        var lesson = lessons.get(number);
        var why = experience.likenesses(plan, lesson);
        var cost = page.cost();
        return new Ground(
                page.id(),
                page.title(),
                1,
                page.participants(),
                cost == null ? null : cost.amount(),
                page.roi(),
                page.grade(),
                lesson.sample(),
                lesson.own(),
                shares[number],
                why.subList(0, Math.min(MOST_REASONS, why.size())));
    }

    /// The events of other owners' shops as one, where they are of enough shops that none can be
    /// recognised.
    private Optional<Ground> together(AccountId asking) {
        var others =
                IntStream.range(0, lessons.size())
                        .filter(i -> shares[i] > 0 && lessons.get(i).isOfAnotherThan(asking))
                        .toArray();
        var theirs = Arrays.stream(others).mapToObj(lessons::get).toList();
        var stores = (int) theirs.stream().map(Lesson::store).distinct().count();
        if (stores < PrecedentGroup.MIN_STORES) {
            return Optional.empty();
        }
        var participants = median(theirs, Lesson::participants);
        var roi = median(theirs, Lesson::returnOnCost);
        var cost = median(theirs, lesson -> Math.exp(lesson.subject().dose()));
        return Optional.of(
                new Ground(
                        null,
                        plan.industry().label(),
                        stores,
                        participants == null ? null : (int) Math.round(participants),
                        cost == null ? null : Math.round(cost),
                        roi == null ? null : (int) Math.round(100 * roi),
                        Grade.MEASURED,
                        false,
                        false,
                        Arrays.stream(others).mapToDouble(i -> shares[i]).sum(),
                        List.of()));
    }

    private static @Nullable Double median(
            List<Lesson> lessons, Function<Lesson, @Nullable Double> figure) {
        var known =
                lessons.stream()
                        .map(figure)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        return known.length == 0 ? null : known[known.length / 2];
    }
}
