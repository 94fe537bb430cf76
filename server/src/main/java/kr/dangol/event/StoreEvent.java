package kr.dangol.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Slot;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;

/// An owner's event from draft to close. `prediction` follows the owner's edits,
/// `originalPrediction` is as recommended. Of `outcomes`, all ever told, the last one counts.
public record StoreEvent(
        StoreEventId id,
        AccountId owner,
        @Nullable StoreId storeId,
        UUID recommendationId,
        Slot slot,
        EventPlan plan,
        Prediction originalPrediction,
        Prediction prediction,
        EventStatus status,
        List<Edit> edits,
        List<Outcome> outcomes,
        Instant createdAt) {

    public StoreEvent {
        edits = List.copyOf(edits);
        outcomes = List.copyOf(outcomes);
    }

    static StoreEvent draft(StoreEventId id, NewEvent chosen, Instant now) {
        return new StoreEvent(
                id,
                chosen.owner(),
                chosen.storeId(),
                chosen.recommendationId(),
                chosen.slot(),
                chosen.plan(),
                chosen.prediction(),
                chosen.prediction(),
                EventStatus.DRAFT,
                List.of(),
                List.of(),
                now);
    }

    /// Another choice in place of this one; a cancelled event becomes a draft again.
    StoreEvent redraft(NewEvent chosen) {
        if (status == EventStatus.RUNNING) {
            throw new EventAlreadyRunning();
        }
        if (status == EventStatus.CLOSED) {
            throw new EventAlreadyClosed();
        }
        return draft(id, chosen, createdAt);
    }

    /// Asks for a new prediction when the edit touches anything that the result may depend on.
    StoreEvent edit(
            EventChange change, Instant at, Function<EventTraits, Optional<Prediction>> predictor) {
        refuseUnlessOpen();
        var changed = plan.with(change);
        var allEdits = new ArrayList<>(edits);
        for (var each : changed.differencesFrom(plan)) {
            allEdits.add(new Edit(each.field(), each.from(), each.to(), at));
        }
        var predicted =
                changed.traits().equals(plan.traits())
                        ? prediction
                        : predictor.apply(changed.traits()).orElse(prediction);
        return with(changed, predicted, status, allEdits, outcomes);
    }

    /// Starting what runs already changes nothing: two phones may press the button.
    StoreEvent start() {
        refuseUnlessOpen();
        return withStatus(EventStatus.RUNNING);
    }

    StoreEvent cancel() {
        if (status == EventStatus.CLOSED) {
            throw new EventAlreadyClosed();
        }
        return withStatus(EventStatus.CANCELLED);
    }

    /// Closes the event, or corrects what was told of a closed one. The same figures once more
    /// change nothing.
    StoreEvent close(Figures figures, Instant at) {
        if (status == EventStatus.CANCELLED) {
            throw new EventIsCancelled();
        }
        if (outcome().filter(last -> last.figures().equals(figures)).isPresent()) {
            return this;
        }
        var all = new ArrayList<>(outcomes);
        all.add(new Outcome(outcomes.size() + 1, figures, at));
        return with(plan, prediction, EventStatus.CLOSED, edits, all);
    }

    /// The figures that count.
    public Optional<Outcome> outcome() {
        return outcomes.isEmpty() ? Optional.empty() : Optional.of(outcomes.getLast());
    }

    /// Whether it should be over by now and nobody told what came of it.
    public boolean isOverdue(LocalDate today) {
        return isOpen() && plan.endDate().isBefore(today);
    }

    /// What the owner would do next; nothing is left to do about what is closed or cancelled.
    public Optional<NextStep> nextStep(LocalDate today) {
        if (!isOpen()) {
            return Optional.empty();
        }
        return Optional.of(
                status == EventStatus.RUNNING || isOverdue(today)
                        ? NextStep.CLOSE
                        : NextStep.START);
    }

    StoreEvent withHistory(List<Edit> allEdits, List<Outcome> allOutcomes) {
        return with(plan, prediction, status, allEdits, allOutcomes);
    }

    private boolean isOpen() {
        return status == EventStatus.DRAFT || status == EventStatus.RUNNING;
    }

    private void refuseUnlessOpen() {
        switch (status) {
            case CLOSED -> throw new EventAlreadyClosed();
            case CANCELLED -> throw new EventIsCancelled();
            case DRAFT, RUNNING -> {}
        }
    }

    private StoreEvent withStatus(EventStatus wanted) {
        return with(plan, prediction, wanted, edits, outcomes);
    }

    private StoreEvent with(
            EventPlan newPlan,
            Prediction newPrediction,
            EventStatus newStatus,
            List<Edit> newEdits,
            List<Outcome> newOutcomes) {
        return new StoreEvent(
                id,
                owner,
                storeId,
                recommendationId,
                slot,
                newPlan,
                originalPrediction,
                newPrediction,
                newStatus,
                newEdits,
                newOutcomes,
                createdAt);
    }
}
