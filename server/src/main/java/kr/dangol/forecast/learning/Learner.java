package kr.dangol.forecast.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;

/// Keeps the lessons of the case book by precedent, so that hearing one twice teaches nothing twice
/// and a correction replaces what it corrects, and holds the newest experience.
public final class Learner {

    private final Map<PrecedentId, Lesson> lessons = new HashMap<>();
    private final List<PrecedentChange> noted = new ArrayList<>();
    private volatile Experience experience = Experience.of(List.of());

    public Experience experience() {
        return experience;
    }

    /// Takes a change down for the next [#learn].
    public synchronized void note(PrecedentChange change) {
        noted.add(change);
    }

    /// Learns what was noted. Returns whether anything was new.
    public synchronized boolean learn() {
        var changed = false;
        for (var change : noted) {
            changed |= apply(change);
        }
        noted.clear();
        return changed;
    }

    private boolean apply(PrecedentChange change) {
        var id = change.precedent().id();
        var lesson = change.teaches() ? Lesson.of(change.precedent()).orElse(null) : null;
        var old = lesson == null ? lessons.remove(id) : lessons.put(id, lesson);
        return lesson == null ? old != null : !lesson.equals(old);
    }

    /// Refits everything from the lessons at hand.
    public Experience fit() {
        var fitted = Experience.of(copy());
        experience = fitted;
        return fitted;
    }

    /// In the order of their ids, so that every instance computes the same to the last digit.
    private synchronized List<Lesson> copy() {
        return lessons.values().stream()
                .sorted(Comparator.comparing(lesson -> lesson.id().value()))
                .toList();
    }
}
