package kr.dangol.forecast.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;

/// Keeps the lessons of the case book by precedent, so that hearing one twice teaches nothing twice
/// and a correction replaces what it corrects, and holds the newest experience.
public final class Learner {

    /// More new lessons at once are left to the next fit.
    private static final int MOST_AT_ONCE = 200;

    /// A fit is wanted when one lesson in so many was learned since the last.
    private static final int FRESH_ENOUGH = 50;

    private final Map<PrecedentId, Lesson> lessons = new HashMap<>();
    private final List<Lesson> sinceFit = new ArrayList<>();
    private final List<Lesson> heard = new ArrayList<>();
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
        } else if (!Objects.equals(lesson, old)) {
            outdated = true;
        }
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
        }
        sinceFit.addAll(heard);
        heard.clear();
    }

    /// Refits everything from the lessons at hand. What is learned meanwhile is learned again on
    /// top of the new fit.
    public Experience fit() {
        var fitted = Experience.of(begin());
        return finish(fitted);
    }

    /// In the order of their ids, so that every instance computes the same to the last digit.
    private synchronized List<Lesson> begin() {
        learnHeard();
        outdated = false;
        sinceFit.clear();
        return lessons.values().stream()
                .sorted(Comparator.comparing(lesson -> lesson.id().value()))
                .toList();
    }

    private synchronized Experience finish(Experience fitted) {
        experience = outdated ? fitted : fitted.taught(sinceFit);
        return experience;
    }
}
