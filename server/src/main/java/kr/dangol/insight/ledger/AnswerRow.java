package kr.dangol.insight.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.dangol.insight.sums.AnswerSum;
import kr.dangol.insight.sums.Tally;
import org.jspecify.annotations.Nullable;

/// One recommendation and what became of it. Facts come in any order: `shown` is null until the one
/// that tells of the recommendation itself is here.
record AnswerRow(
        UUID id,
        @Nullable Shown shown,
        @Nullable String chosenSlot,
        boolean edited,
        boolean regenerated,
        boolean abandoned) {

    static final String FAILED = "failed";

    /// Longer is a slow answer, the product owner's limit.
    static final long SLOW_MILLIS = 10_000;

    /// What is known from the moment of showing.
    record Shown(
            Instant at,
            LocalDate day,
            int millis,
            long costKrw,
            long savedKrw,
            boolean degraded,
            boolean rateLimited,
            String service,
            String industry,
            String city,
            String engine,
            String promptVersion,
            @Nullable String model) {

        List<String> cell() {
            return List.of(industry, city, engine, promptVersion);
        }
    }

    AnswerRow withShown(Shown now) {
        return new AnswerRow(id, now, chosenSlot, edited, regenerated, abandoned);
    }

    AnswerRow withChosen(String slot) {
        return new AnswerRow(id, shown, slot, edited, regenerated, abandoned);
    }

    AnswerRow withEdit() {
        return new AnswerRow(id, shown, chosenSlot, true, regenerated, abandoned);
    }

    AnswerRow withRegeneration() {
        return new AnswerRow(id, shown, chosenSlot, edited, true, abandoned);
    }

    AnswerRow withAbandonment() {
        return new AnswerRow(id, shown, chosenSlot, edited, regenerated, true);
    }

    /// What this row adds to the sums of its day. Chosen in the end is not abandoned.
    Tally<AnswerSum> tally(Shown of) {
        var tally = new Tally<>(AnswerSum.class);
        if (of.service().equals(FAILED)) {
            return tally.add(AnswerSum.FAILED, 1);
        }
        return tally.add(AnswerSum.ANSWERS, 1)
                .addIf(of.service().equals("hit"), AnswerSum.HITS)
                .addIf(of.service().equals("joined"), AnswerSum.JOINED)
                .addIf(of.degraded(), AnswerSum.DEGRADED)
                .addIf(of.rateLimited(), AnswerSum.RATE_LIMITED)
                .addIf(of.millis() > SLOW_MILLIS, AnswerSum.SLOW)
                .addIf(chosenSlot != null, AnswerSum.CHOSEN)
                .addIf(edited, AnswerSum.EDITED)
                .addIf(regenerated, AnswerSum.REGENERATED)
                .addIf(abandoned && chosenSlot == null && !regenerated, AnswerSum.ABANDONED)
                .add(AnswerSum.MILLIS_SUM, of.millis())
                .add(AnswerSum.COST_KRW, of.costKrw())
                .add(AnswerSum.SAVED_KRW, of.savedKrw())
                .observe(of.millis());
    }
}
