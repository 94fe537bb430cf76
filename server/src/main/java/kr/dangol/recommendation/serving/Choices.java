package kr.dangol.recommendation.serving;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kr.dangol.event.CostItems;
import kr.dangol.event.CostItems.CostItem;
import kr.dangol.event.EventChange;
import kr.dangol.event.EventTraits;
import kr.dangol.event.Events;
import kr.dangol.event.NewEvent;
import kr.dangol.event.Prediction;
import kr.dangol.event.StoreEvent;
import kr.dangol.event.StoreEventId;
import kr.dangol.platform.AccountId;
import kr.dangol.recommendation.PlanChosen;
import kr.dangol.recommendation.RecommendationId;
import kr.dangol.recommendation.serving.AnswerResponse.AnsweredRequest;
import kr.dangol.recommendation.serving.History.Kept;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Turns a chosen plan into a draft event.
@Service
public class Choices {

    private static final Logger log = LoggerFactory.getLogger(Choices.class);

    private final History history;
    private final Events events;
    private final ExperimentPart experiments;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Choices(
            History history,
            Events events,
            ExperimentPart experiments,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.history = history;
        this.events = events;
        this.experiments = experiments;
        this.facts = facts;
        this.clock = clock;
    }

    /// Drafts the event, or puts it in the place of what was chosen from the same recommendation
    /// before. It is drafted as recommended and then edited, so that both stay visible and the
    /// prediction follows the edits.
    @Transactional
    public StoreEvent choose(AccountId owner, RecommendationId id, Choice choice) {
        var kept = history.lock(owner, id);
        var drafted = draft(owner, kept, choice.slot());
        var change = change(choice, drafted);
        var event = change == null ? drafted : events.change(owner, drafted.id(), change, null);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        history.choose(id.value(), choice.slot().key(), event.id().value(), now);
        experiments.chosen(id.value(), now);
        facts.publishEvent(
                new PlanChosen(
                        id, owner, choice.slot(), event.id(), ShownPlans.of(kept.answer()), now));
        log.info(
                "plan chosen recommendationId={} slot={} eventId={}",
                id,
                choice.slot().key(),
                event.id());
        return event;
    }

    private StoreEvent draft(AccountId owner, Kept kept, Slot slot) {
        var chosen = newEvent(owner, kept, slot);
        var earlier = kept.eventId();
        return earlier == null
                ? events.draft(chosen)
                : events.replaceDraft(new StoreEventId(earlier), chosen);
    }

    private static NewEvent newEvent(AccountId owner, Kept kept, Slot slot) {
        var data = kept.answer().data();
        var plan =
                data.recommendations().stream()
                        .filter(each -> each.id().equals(slot.key()))
                        .findFirst()
                        .orElseThrow();
        var asked = data.request();
        return new NewEvent(
                owner,
                asked.storeId() == null ? null : new StoreId(asked.storeId()),
                kept.id(),
                slot,
                plan.title(),
                traits(asked, plan, slot),
                plan.winners(),
                costItems(plan),
                asked.startDate(),
                asked.startDate().plusDays(plan.days() - 1L),
                prediction(plan));
    }

    private static CostItems costItems(PlanResponse plan) {
        return new CostItems(
                plan.kit().costItems().stream()
                        .map(item -> new CostItem(item.name(), Won.of(item.amount())))
                        .toList());
    }

    private static EventTraits traits(AnsweredRequest asked, PlanResponse plan, Slot slot) {
        var industry = Industry.find(asked.industry()).orElseThrow();
        return new EventTraits(
                industry,
                BusinessTypes.resolve(asked.businessType(), industry),
                asked.location(),
                Purpose.find(asked.eventPurpose()).orElseThrow(),
                asked.startDate(),
                slot.channel(),
                Won.of(plan.cost()),
                plan.prize(),
                plan.participation());
    }

    private static Prediction prediction(PlanResponse plan) {
        var forecast = plan.forecast();
        return new Prediction(
                plan.expectedParticipants(),
                forecast.participants().low(),
                forecast.participants().high(),
                plan.roi(),
                forecast.roi().low(),
                forecast.roi().high(),
                forecast.cases(),
                forecast.basis(),
                forecast.modelVersion());
    }

    /// What differs from the recommendation. A plan whose day has passed starts today; an event
    /// that starts on another day runs as long as it was meant to.
    private @Nullable EventChange change(Choice choice, StoreEvent drafted) {
        var plan = drafted.plan();
        var today = LocalDate.now(clock);
        var start = choice.startDate();
        if (start == null && plan.startDate().isBefore(today)) {
            start = today;
        }
        var end = choice.endDate();
        if (end == null && start != null) {
            end = start.plusDays(plan.days() - 1);
        }
        if (start == null && !choice.editsAnything()) {
            return null;
        }
        return new EventChange(
                choice.title(),
                choice.prize(),
                choice.participation(),
                choice.winners(),
                choice.cost(),
                choice.costItems(),
                start,
                end);
    }
}
