package kr.dangol.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.dangol.account.AccountDeleted;
import kr.dangol.casebook.jdbc.Entry;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.event.EventTraits;
import kr.dangol.event.OutcomeRecorded;
import kr.dangol.event.Prediction;
import kr.dangol.event.StoreEventId;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import kr.dangol.store.StoreId;
import kr.dangol.testing.DangolTest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@DangolTest
class CasebookIT {

    @Autowired Casebook casebook;
    @Autowired Precedents precedents;
    @Autowired CasesOfAccount casesOfAccount;
    @Autowired ApplicationEventPublisher facts;
    @Autowired TransactionTemplate transactions;

    @Test
    void holdsTheShippedBookFromTheFirstMoment() {
        var read = new ArrayList<PrecedentChange>();
        casebook.changesSince(0, read::add);
        assertThat(read).filteredOn(each -> each.precedent().isSample()).hasSize(SampleBook.SIZE);
        assertThat(read)
                .filteredOn(each -> each.precedent().origin() == Origin.BENCHMARK)
                .hasSizeGreaterThanOrEqualTo(100)
                .noneMatch(PrecedentChange::teaches);
        assertThat(read).extracting(PrecedentChange::sequence).isSorted();
    }

    @Test
    void readsBackWhatWasStored() {
        var stored = new ArrayList<Precedent>();
        casebook.forEachWithOutcome(stored::add);
        assertThat(stored).containsAll(SampleBook.shipped());
    }

    @Test
    void storesShippedCasesOnce() {
        var shipped = SampleBook.shipped().stream().map(Entry::of).toList();
        assertThat(precedents.addAll(shipped)).isZero();
    }

    @Test
    void continuesWhereAReaderStopped() {
        var first = casebook.changesSince(0, change -> {});
        record(outcome(UUID.randomUUID(), 1, 120));
        Awaitility.await()
                .untilAsserted(() -> {
                    var later = new ArrayList<PrecedentChange>();
                    assertThat(casebook.changesSince(first, later::add)).isGreaterThan(first);
                    assertThat(later).allMatch(each -> each.sequence() > first);
                });
        var now = casebook.changesSince(0, change -> {});
        assertThat(casebook.changesSince(now, change -> {})).isEqualTo(now);
    }

    @Test
    void aLaterRevisionReplacesAnEarlierOneAndNeverTheOtherWay() {
        var event = UUID.randomUUID();
        var owner = new AccountId(UUID.randomUUID());
        record(outcome(event, 2, 200, owner, UUID.randomUUID()));
        Awaitility.await().until(() -> !ownOf(owner).isEmpty());
        record(outcome(event, 1, 100, owner, UUID.randomUUID()));
        record(outcome(event, 3, 300, owner, UUID.randomUUID()));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(ownOf(owner))
                                .singleElement()
                                .extracting(each -> each.precedent().participants())
                                .isEqualTo(300));
    }

    @Test
    void neverShowsAnOwnersEventToOthers() {
        var owner = new AccountId(UUID.randomUUID());
        record(outcome(UUID.randomUUID(), 1, 150, owner, UUID.randomUUID()));
        Awaitility.await().until(() -> !ownOf(owner).isEmpty());
        assertThat(casebook.similar(query(null, 1000)))
                .isNotEmpty()
                .noneMatch(each -> each.precedent().origin() == Origin.OWN);
        assertThat(ownOf(new AccountId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void groupsAppearFromFiveShopsOn() {
        var type = "세차장";
        IntStream.range(0, 4).forEach(shop -> record(outcomeOf(type, 100 + shop)));
        assertThat(awaitOwn(type, 4)).isEqualTo(4);
        assertThat(groupsOf(type)).isEmpty();
        record(outcomeOf(type, 110));
        assertThat(awaitOwn(type, 5)).isEqualTo(5);
        assertThat(groupsOf(type))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.stores()).isEqualTo(5);
                    assertThat(group.participants()).isEqualTo(100);
                    assertThat(group.roi()).isEqualTo(80);
                });
    }

    /// Without those of the whole industry, to which other tests add.
    private List<PrecedentGroup> groupsOf(String type) {
        return casebook.groups(query(type)).stream()
                .filter(group -> {
                    var own = group.businessType();
                    return own != null && own.name().equals(type);
                })
                .toList();
    }

    @Test
    void aDeletedAccountLeavesFiguresAndNothingPersonal() {
        var owner = new AccountId(UUID.randomUUID());
        var event = UUID.randomUUID();
        record(outcome(event, 1, 777_001, owner, UUID.randomUUID()));
        Awaitility.await().until(() -> !ownOf(owner).isEmpty());
        publish(new AccountDeleted(owner));
        Awaitility.await().until(() -> ownOf(owner).isEmpty());
        record(outcome(event, 2, 777_001, owner, UUID.randomUUID()));
        Awaitility.await()
                .during(java.time.Duration.ofMillis(300))
                .until(() -> ownOf(owner).isEmpty());
        var left = new ArrayList<Precedent>();
        casebook.forEachWithOutcome(left::add);
        assertThat(left)
                .filteredOn(each -> Integer.valueOf(777_001).equals(each.participants()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.owner()).isNull();
                    assertThat(each.title()).isEqualTo("카페 이벤트");
                    assertThat(each.prize() + each.participation()).isEmpty();
                    assertThat(each.region()).isEqualTo(new Region("서울", null));
                    assertThat(each.date()).isEqualTo(LocalDate.of(2026, 11, 1));
                });
    }

    @Test
    void anOwnerCanTakeTheOwnCasesAway() {
        var owner = new AccountId(UUID.randomUUID());
        record(outcome(UUID.randomUUID(), 1, 64, owner, UUID.randomUUID()));
        Awaitility.await().until(() -> !ownOf(owner).isEmpty());
        assertThat(casesOfAccount.section()).isEqualTo("cases");
        assertThat(casesOfAccount.export(owner))
                .asInstanceOf(InstanceOfAssertFactories.list(Precedent.class))
                .singleElement()
                .extracting(Precedent::participants)
                .isEqualTo(64);
    }

    private int awaitOwn(String type, int wanted) {
        var found = new ArrayList<Precedent>();
        Awaitility.await()
                .until(() -> {
                    found.clear();
                    casebook.forEachWithOutcome(found::add);
                    found.removeIf(each -> !each.businessType().name().equals(type));
                    found.removeIf(each -> each.origin() != Origin.OWN);
                    return found.size() >= wanted;
                });
        return found.size();
    }

    private List<SimilarPrecedent> ownOf(AccountId owner) {
        return casebook.ownOf(owner, query(null, 10));
    }

    private void record(OutcomeRecorded outcome) {
        publish(outcome);
    }

    private void publish(Object fact) {
        transactions.executeWithoutResult(status -> facts.publishEvent(fact));
    }

    private static OutcomeRecorded outcome(UUID event, int revision, int participants) {
        var owner = new AccountId(UUID.randomUUID());
        return outcome(event, revision, participants, owner, UUID.randomUUID());
    }

    private static OutcomeRecorded outcomeOf(String type, int participants) {
        var owner = new AccountId(UUID.randomUUID());
        return outcome(UUID.randomUUID(), 1, participants, owner, UUID.randomUUID(), type);
    }

    private static OutcomeRecorded outcome(
            UUID event, int revision, int participants, AccountId owner, UUID store) {
        return outcome(event, revision, participants, owner, store, "카페");
    }

    private static OutcomeRecorded outcome(
            UUID event, int revision, int participants, AccountId owner, UUID store, String type) {
        var businessType = BusinessTypes.find(type).orElseThrow();
        var traits =
                new EventTraits(
                        businessType.industry(),
                        businessType,
                        new Region("서울", "마포구"),
                        Purpose.REVISIT,
                        LocalDate.of(2026, 11, 20),
                        Channel.OFFLINE,
                        Won.of(300_000),
                        "쿠키 1개",
                        "도장을 모아요.");
        return new OutcomeRecorded(
                new StoreEventId(event),
                revision,
                owner,
                new StoreId(store),
                new UUID(7, 7),
                Slot.LOW_OFFLINE,
                "단골카페 도장판",
                traits,
                null,
                LocalDate.of(2026, 11, 30),
                participants,
                300_000,
                80,
                Grade.MEASURED,
                new Prediction(100, 80, 150, 90, 20, 200, 12, "같은 업종", "1"));
    }

    private static SimilarQuery query(String type) {
        var businessType = BusinessTypes.find(type).orElseThrow();
        return query(businessType.industry(), type, null, 10);
    }

    private static SimilarQuery query(@Nullable Won budget, int limit) {
        return query(Industry.FOOD, "카페", budget, limit);
    }

    private static SimilarQuery query(
            Industry industry, String type, @Nullable Won budget, int limit) {
        return new SimilarQuery(
                industry,
                BusinessTypes.find(type).orElseThrow(),
                new Region("서울", "마포구"),
                Season.AUTUMN,
                Purpose.REVISIT,
                Channel.OFFLINE,
                budget,
                "",
                limit);
    }
}
