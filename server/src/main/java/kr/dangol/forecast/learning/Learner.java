package kr.dangol.forecast.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.event.EventTraits;

/// Keeps the lessons of the case book by precedent, so that hearing one twice teaches nothing twice
/// and a correction replaces what it corrects, and holds the newest experience.
public final class Learner {

    /// More new lessons at once are left to the next fit.
    private static final int MOST_AT_ONCE = 200;

    /// A fit is wanted when one lesson in so many was learned since the last.
    private static final int FRESH_ENOUGH = 50;

    private static final int ENOUGH_TO_EXPLAIN = 3_000;
    private static final int ENOUGH_FOR_A_GLANCE = 2_000;

    private final Map<PrecedentId, Lesson> lessons = new HashMap<>();
    private final List<Lesson> sinceFit = new ArrayList<>();
    private final List<Lesson> heard = new ArrayList<>();

    /// Whose newest state the experience does not know yet, and of these those in a fit under way.
    private final Set<PrecedentId> unlearned = new HashSet<>();

    private final Set<PrecedentId> fitting = new HashSet<>();
    private volatile Experience experience = Experience.of(List.of());
    private boolean outdated;

    public Experience experience() {
        return experience;
    }

    /// Takes a change down for the next [#learn].
    public synchronized void note(PrecedentChange change) {
        var id = change.precedent().id();
        var lesson = change.teaches() ? Lesson.of(change.precedent()).orElse(null) : null;
        var old = lesson == null ? lessons.remove(id) : lessons.put(id, lesson);
        if (lesson != null && old == null && !lesson.sample()) {
            heard.add(lesson);
            unlearned.add(id);
        } else if (!Objects.equals(lesson, old)) {
            outdated = true;
            unlearned.add(id);
        }
    }

    /// Lessons of the plan's trade, of the same business type first; enough of them to see what its
    /// forecast leans on.
    synchronized List<Lesson> alike(EventTraits traits) {
        var type = traits.businessType().name();
        var industry = traits.industry().label();
        var sameType =
                Comparator.<Lesson>comparingInt(
                        lesson -> lesson.comparable().type().equals(type) ? 0 : 1);
        return lessons.values().stream()
                .filter(lesson -> lesson.comparable().industry().equals(industry))
                .sorted(sameType.thenComparing(lesson -> lesson.id().value()))
                .limit(ENOUGH_TO_EXPLAIN)
                .toList();
    }

    /// Whether the newest experience has learned that this came of it.
    synchronized boolean knows(PrecedentId id, int participants, int roi) {
        var lesson = lessons.get(id);
        return lesson != null
                && lesson.tells(participants, roi)
                && !unlearned.contains(id)
                && !fitting.contains(id);
    }

    /// Learns new lessons at once. Returns whether a fit is wanted: after a correction, after many
    /// lessons at once, or when enough was learned since the last one.
    public synchronized boolean learn() {
        learnHeard();
        return outdated || sinceFit.size() * FRESH_ENOUGH > lessons.size();
    }

    private void learnHeard() {
        if (heard.size() > MOST_AT_ONCE) {
            outdated = true;
        } else {
            experience = experience.taught(heard);
            heard.forEach(lesson -> unlearned.remove(lesson.id()));
        }
        sinceFit.addAll(heard);
        heard.clear();
    }

    /// A first experience from a part of many lessons, in a tenth of a second, so that nobody waits
    /// for the first fit of a large book.
    void glance() {
        var all = atHand();
        var step = Math.max(1, all.size() / ENOUGH_FOR_A_GLANCE);
        var some = IntStream.range(0, all.size() / step).mapToObj(i -> all.get(i * step)).toList();
        experience = Experience.of(some);
    }

    /// Refits everything from the lessons at hand. What is learned meanwhile is learned again on
    /// top of the new fit.
    public Experience fit() {
        var fitted = Experience.of(begin());
        return finish(fitted);
    }

    private synchronized List<Lesson> begin() {
        learnHeard();
        outdated = false;
        sinceFit.clear();
        fitting.addAll(unlearned);
        unlearned.clear();
        return atHand();
    }

    /// In the order of their ids, so that every instance computes the same to the last digit.
    private synchronized List<Lesson> atHand() {
        return lessons.values().stream()
                .sorted(Comparator.comparing(lesson -> lesson.id().value()))
                .toList();
    }

    private synchronized Experience finish(Experience fitted) {
        experience = sinceFit.size() > MOST_AT_ONCE ? fitted : fitted.taught(sinceFit);
        fitting.clear();
        return experience;
    }
}
