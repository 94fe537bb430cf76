package kr.dangol.forecast.learning;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.forecast.model.Observation;
import kr.dangol.forecast.model.Subject;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Grade;
import org.jspecify.annotations.Nullable;

/// What one precedent teaches. Its hash is part of a [Version], so it holds nothing whose hash
/// differs between processes, as that of an enum does. Figures that cannot be are null: they teach
/// nothing, while absurd but possible ones are left to the model, which weighs them down.
record Lesson(
        PrecedentId id,
        Comparable comparable,
        Subject subject,
        @Nullable Double participants,
        @Nullable Double returnOnCost,
        double weight,
        @Nullable String store,
        boolean sample,
        boolean own,
        @Nullable AccountId owner) {

    /// The levels on which precedents are comparable, from near to far.
    record Comparable(String industry, String type, @Nullable String city) {}

    static Optional<Lesson> of(Precedent precedent) {
        var cost = precedent.cost();
        if (!precedent.hasOutcome() || cost == null || cost.amount() <= 0) {
            return Optional.empty();
        }
        var region = precedent.region();
        return Optional.of(
                new Lesson(
                        precedent.id(),
                        new Comparable(
                                precedent.industry().label(),
                                precedent.businessType().name(),
                                region == null ? null : region.city()),
                        Trade.subject(precedent, cost.amount()),
                        participants(precedent),
                        roi(precedent),
                        weight(precedent.grade()),
                        precedent.storeKey(),
                        precedent.isSample(),
                        precedent.origin() == Origin.OWN,
                        precedent.owner()));
    }

    /// Whether it is an event of another of our owners than this one.
    boolean isOfAnotherThan(AccountId asking) {
        return own && !asking.equals(owner);
    }

    boolean tells(int people, int roiPercent) {
        return Objects.equals(participants, (double) people)
                && Objects.equals(returnOnCost, Math.max(-1, roiPercent / 100.0));
    }

    private static @Nullable Double participants(Precedent precedent) {
        var participants = precedent.participants();
        return participants == null || participants < 0 ? null : Double.valueOf(participants);
    }

    private static @Nullable Double roi(Precedent precedent) {
        var roi = precedent.roi();
        return roi == null ? null : Math.max(-1, roi / 100.0);
    }

    /// A guess or a hearsay counts about half as much as a count.
    private static double weight(Grade grade) {
        return switch (grade) {
            case MEASURED -> 1;
            case REPORTED -> 0.6;
            case ESTIMATED -> 0.5;
            case NONE -> throw new IllegalArgumentException("an idea teaches nothing");
        };
    }

    /// In the order of [Trade#RESPONSES].
    Observation observation() {
        return new Observation(
                subject, List.of(known(participants), known(returnOnCost)), weight, store);
    }

    private static double known(@Nullable Double response) {
        return response == null ? Double.NaN : response;
    }
}
