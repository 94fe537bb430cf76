package kr.dangol.casebook.cleaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import kr.dangol.casebook.CollectedCases;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.jdbc.Entry;
import kr.dangol.casebook.jdbc.Known;
import kr.dangol.casebook.jdbc.Precedents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Collected cases go the way of imported ones: equal content and nearly equal wording are
/// duplicates, outliers stay in the book and out of use.
@Component
class CleanedCases implements CollectedCases {

    private static final String SAME = "같은 사례가 이미 있어요.";
    private static final String ALIKE = "거의 같은 사례가 이미 있어요.";

    private final Precedents precedents;

    CleanedCases(Precedents precedents) {
        this.precedents = precedents;
    }

    @Override
    @Transactional
    public List<Verdict> store(UUID run, List<Precedent> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        precedents.holdForWriting();
        var entries = cases.stream().map(each -> Entry.of(each).from(run)).toList();
        var known = precedents.known(entries);
        var digests = new HashSet<>(known.digests());
        var fresh = new ArrayList<Entry>();
        var verdicts = new ArrayList<Verdict>();
        for (var entry : entries) {
            var verdict = verdict(entry, digests, known);
            if (verdict.outcome() == Outcome.STORED) {
                fresh.add(entry);
            }
            verdicts.add(verdict);
        }
        precedents.addAll(fresh);
        return verdicts;
    }

    private static Verdict verdict(Entry entry, HashSet<UUID> digests, Known known) {
        if (!digests.add(entry.digest())) {
            return Verdict.duplicate(SAME);
        }
        var alike = known.wordings().computeIfAbsent(entry.figuresDigest(), _ -> new ArrayList<>());
        var wording = Known.wording(entry.precedent());
        if (Wording.isNearOneOf(wording, alike)) {
            return Verdict.duplicate(ALIKE);
        }
        alike.add(wording);
        return Verdict.stored();
    }

    @Override
    public long excludeOutliers(UUID run) {
        return precedents.excludeOutliers(run);
    }
}
