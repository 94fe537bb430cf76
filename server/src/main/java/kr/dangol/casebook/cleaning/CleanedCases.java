package kr.dangol.casebook.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.dangol.casebook.CollectedCases;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.jdbc.Entry;
import kr.dangol.casebook.jdbc.Precedents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Collected cases go the way of imported ones: words cleaned, impossible figures refused, equal
/// content and nearly equal wording left out, outliers in the book but out of use.
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
        var cleaned = cases.stream().map(each -> Cleaned.of(run, each)).toList();
        var entries = entries(cleaned);
        var newcomers = new Newcomers(precedents.known(entries));
        var fresh = new ArrayList<Entry>();
        var verdicts = new ArrayList<Verdict>();
        for (var each : cleaned) {
            verdicts.add(verdict(each, newcomers, fresh));
        }
        precedents.addAll(fresh);
        return verdicts;
    }

    private static List<Entry> entries(List<Cleaned> cleaned) {
        var entries = new ArrayList<Entry>();
        for (var each : cleaned) {
            if (each.entry() != null) {
                entries.add(each.entry());
            }
        }
        return entries;
    }

    private static Verdict verdict(Cleaned cleaned, Newcomers newcomers, List<Entry> fresh) {
        var entry = cleaned.entry();
        if (entry == null) {
            return Verdict.refused(cleaned.fault());
        }
        return switch (newcomers.judge(entry)) {
            case SAME -> Verdict.duplicate(SAME);
            case ALIKE -> Verdict.duplicate(ALIKE);
            case NEW -> {
                fresh.add(entry);
                yield Verdict.stored();
            }
        };
    }

    @Override
    public long excludeOutliers(UUID run) {
        return precedents.excludeOutliers(run);
    }

    /// A case after cleaning; without an entry where it cannot be one, and why.
    private record Cleaned(@Nullable Entry entry, String fault) {

        static Cleaned of(UUID run, Precedent precedent) {
            try {
                return new Cleaned(Entry.of(cleaned(precedent)).from(run), "");
            } catch (LineRefused refused) {
                return new Cleaned(null, refused.reason());
            }
        }
    }

    private static Precedent cleaned(Precedent raw) throws LineRefused {
        CaseLimits.checkFigures(raw.cost(), raw.participants(), raw.roi());
        return new Precedent(
                raw.id(),
                raw.origin(),
                CaseLimits.words(raw.title(), "제목", CaseLimits.LONGEST_TITLE),
                PrizeNames.standard(CaseLimits.words(raw.prize(), "경품", CaseLimits.LONGEST_PRIZE)),
                Participations.standard(
                        CaseLimits.words(
                                raw.participation(), "참여 방법", CaseLimits.LONGEST_PARTICIPATION)),
                raw.industry(),
                raw.businessType(),
                raw.region(),
                raw.date(),
                raw.season(),
                raw.purpose(),
                raw.channel(),
                raw.cost(),
                raw.participants(),
                raw.roi(),
                raw.grade(),
                raw.storeKey(),
                raw.owner(),
                CaseLimits.words(raw.source(), "출처", CaseLimits.LONGEST_SOURCE));
    }
}
