package kr.dangol.casebook.cleaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.dangol.casebook.jdbc.Entry;
import kr.dangol.casebook.jdbc.Known;
import kr.dangol.casebook.wording.Wording;

/// Tells for one entry after the other whether the book, or an earlier entry, has it already. A
/// text taken from the same place is the same, whatever became of its words.
final class Newcomers {

    enum Standing {
        NEW,
        SAME,
        /// In nearly the same words and with the same figures.
        ALIKE
    }

    private final Set<UUID> ids;
    private final Set<UUID> digests;
    private final Map<Long, List<Wording>> wordings;

    Newcomers(Known known) {
        ids = new HashSet<>(known.ids());
        digests = new HashSet<>(known.digests());
        wordings = known.wordings();
    }

    Standing judge(Entry entry) {
        if (!ids.add(entry.precedent().id().value()) || !digests.add(entry.digest())) {
            return Standing.SAME;
        }
        var wording = entry.wording();
        for (var meeting : entry.meetings()) {
            if (wording.isNearOneOf(wordings.getOrDefault(meeting, List.of()))) {
                return Standing.ALIKE;
            }
        }
        entry.meetings()
                .forEach(each ->
                        wordings.computeIfAbsent(each, _ -> new ArrayList<>()).add(wording));
        return Standing.NEW;
    }
}
