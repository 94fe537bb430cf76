package kr.dangol.event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.dangol.platform.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of owners' events. Every change locks its event until it is stored, so that two phones
/// at once act one after the other, and tells its facts in the same transaction.
@Service
public class Events {

    private final EventTable table;
    private final ObjectProvider<Predictor> predictor;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Events(
            EventTable table,
            ObjectProvider<Predictor> predictor,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.table = table;
        this.predictor = predictor;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public StoreEvent draft(NewEvent chosen) {
        return add(StoreEvent.draft(new StoreEventId(UUID.randomUUID()), chosen, now()));
    }

    /// Puts another choice in the place of a draft; refused once the event runs.
    @Transactional
    public StoreEvent replaceDraft(StoreEventId id, NewEvent chosen) {
        var event = table.lock(chosen.owner(), id).redraft(chosen);
        table.replace(event);
        facts.publishEvent(EventDrafted.of(event));
        return event;
    }

    @Transactional(readOnly = true)
    public StoreEvent get(AccountId owner, StoreEventId id) {
        return table.get(owner, id);
    }

    @Transactional(readOnly = true)
    public List<StoreEvent> list(AccountId owner, EventFilter filter) {
        return table.list(owner, filter);
    }

    /// Closed events whose last day was on that day or later, the latest first.
    @Transactional(readOnly = true)
    public List<StoreEvent> closedSince(AccountId owner, LocalDate day) {
        return table.closedSince(owner, day);
    }

    /// Edits the plan and then moves the event on, where a status is wanted.
    @Transactional
    public StoreEvent change(
            AccountId owner, StoreEventId id, EventChange change, @Nullable Move move) {
        var before = table.lock(owner, id);
        var edited = before.edit(change, now(), this::predict);
        var after = move == null ? edited : move.apply(edited);
        table.update(before, after);
        var edits = after.edits().subList(before.edits().size(), after.edits().size());
        if (!edits.isEmpty()) {
            facts.publishEvent(EventEdited.of(after, edits));
        }
        tellStatus(before, after);
        return after;
    }

    /// Only moves the event on: what is closed or cancelled can no longer be edited, but may be
    /// where it is wanted already.
    @Transactional
    public StoreEvent move(AccountId owner, StoreEventId id, Move move) {
        var before = table.lock(owner, id);
        var after = move.apply(before);
        table.update(before, after);
        tellStatus(before, after);
        return after;
    }

    /// Closes the event with these figures, or corrects the earlier ones.
    @Transactional
    public StoreEvent recordOutcome(AccountId owner, StoreEventId id, Figures figures) {
        var before = table.lock(owner, id);
        var after = before.close(figures, now());
        if (after.equals(before)) {
            return before;
        }
        table.update(before, after);
        tellStatus(before, after);
        after.outcome()
                .ifPresent(outcome -> facts.publishEvent(OutcomeRecorded.of(after, outcome)));
        return after;
    }

    /// A new draft with the plan of an earlier event, predicted anew for its new date.
    @Transactional
    public StoreEvent duplicate(AccountId owner, StoreEventId id, LocalDate startDate) {
        var earlier = table.get(owner, id);
        var plan = earlier.plan().startingOn(startDate);
        return add(
                StoreEvent.draft(
                        new StoreEventId(UUID.randomUUID()),
                        new NewEvent(
                                owner,
                                earlier.storeId(),
                                earlier.recommendationId(),
                                earlier.slot(),
                                plan.title(),
                                plan.traits(),
                                plan.winners(),
                                plan.costItems(),
                                plan.startDate(),
                                plan.endDate(),
                                predict(plan.traits()).orElse(earlier.prediction())),
                        now()));
    }

    private StoreEvent add(StoreEvent event) {
        table.add(event);
        facts.publishEvent(EventDrafted.of(event));
        return event;
    }

    private void tellStatus(StoreEvent before, StoreEvent after) {
        if (before.status() == after.status()) {
            return;
        }
        facts.publishEvent(
                switch (after.status()) {
                    case DRAFT -> EventDrafted.of(after);
                    case RUNNING -> EventStarted.of(after);
                    case CLOSED -> EventClosed.of(after);
                    case CANCELLED -> EventCancelled.of(after);
                });
    }

    /// Empty where nobody predicts, as when this module is tested alone.
    private Optional<Prediction> predict(EventTraits traits) {
        return Optional.ofNullable(predictor.getIfAvailable()).map(each -> each.predict(traits));
    }

    /// As exact as the database keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Where an owner may move an event by hand; it is closed by telling what came of it.
    public enum Move {
        START(StoreEvent::start),
        CANCEL(StoreEvent::cancel);

        private final transient UnaryOperator<StoreEvent> step;

        Move(UnaryOperator<StoreEvent> step) {
            this.step = step;
        }

        StoreEvent apply(StoreEvent event) {
            return step.apply(event);
        }
    }
}
