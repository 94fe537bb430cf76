package kr.dangol.event;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kr.dangol.account.PersonalData;
import kr.dangol.platform.AccountId;
import org.springframework.stereotype.Component;

/// The events in an account's export, each with every outcome ever told.
@Component
class EventExport implements PersonalData {

    private final EventTable table;
    private final Clock clock;

    EventExport(EventTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "events";
    }

    @Override
    public List<ExportedEvent> export(AccountId account) {
        return table.all(account).stream().map(this::exported).toList();
    }

    private ExportedEvent exported(StoreEvent event) {
        return new ExportedEvent(
                StoreEventResponse.of(event, LocalDate.now(clock)),
                event.outcomes().stream()
                        .map(outcome -> OutcomeResponse.of(outcome, event.prediction()))
                        .toList());
    }

    record ExportedEvent(StoreEventResponse event, List<OutcomeResponse> outcomes) {}
}
