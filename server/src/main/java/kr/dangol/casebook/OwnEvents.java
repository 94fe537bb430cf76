package kr.dangol.casebook;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.dangol.account.AccountDeleted;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.event.OutcomeRecorded;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Takes our own owners' events into the book when their outcome is told or corrected.
///
/// When an account is deleted its events are anonymised rather than deleted: what they teach about
/// events in general is no personal data, and forecasts of everybody else rest on it; whose they
/// were, the words, the district and the day go.
@Component
class OwnEvents {

    private final Precedents precedents;
    private final ApplicationEventPublisher facts;

    OwnEvents(Precedents precedents, ApplicationEventPublisher facts) {
        this.precedents = precedents;
        this.facts = facts;
    }

    @ApplicationModuleListener
    void on(OutcomeRecorded outcome) {
        var precedent = precedent(outcome);
        if (precedents.put(precedent, outcome.revision())) {
            facts.publishEvent(new PrecedentAdded(precedent));
        }
    }

    @ApplicationModuleListener
    void on(AccountDeleted deleted) {
        precedents.anonymise(deleted.account());
    }

    private static Precedent precedent(OutcomeRecorded outcome) {
        var traits = outcome.traits();
        return new Precedent(
                PrecedentId.of(outcome.eventId()),
                Origin.OWN,
                outcome.title(),
                traits.prize(),
                traits.participation(),
                traits.industry(),
                traits.businessType(),
                traits.region(),
                traits.date(),
                Season.of(traits.date()),
                traits.purpose(),
                traits.channel(),
                Won.of(outcome.cost()),
                outcome.participants(),
                outcome.roi(),
                outcome.grade(),
                storeKey(outcome),
                outcome.owner(),
                "우리 매장 기록");
    }

    /// Opaque; an owner's events without a store count as those of one shop.
    private static String storeKey(OutcomeRecorded outcome) {
        var store = outcome.storeId();
        return named(store == null ? "owner " + outcome.owner() : "store " + store).toString();
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
