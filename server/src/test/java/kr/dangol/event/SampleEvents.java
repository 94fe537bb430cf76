package kr.dangol.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.dangol.event.CostItems.CostItem;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;

/// Events and figures to test with.
final class SampleEvents {

    static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /// 180 participants (120–260) and an ROI of 500 % (300–700).
    static final Prediction PREDICTION =
            new Prediction(180, 120, 260, 500, 300, 700, 34, "같은 업종 사례 34건", "test");

    private SampleEvents() {}

    static NewEvent chosenBy(AccountId owner) {
        return chosenBy(owner, TODAY);
    }

    static NewEvent chosenBy(AccountId owner, LocalDate start) {
        return new NewEvent(
                owner,
                null,
                UUID.randomUUID(),
                Slot.LOW_ONLINE,
                "첫 방문 인증샷 이벤트",
                traits(start),
                30,
                new CostItems(
                        List.of(
                                new CostItem("음료 쿠폰 × 30", Won.of(90_000)),
                                new CostItem("인스타그램 광고", Won.of(160_000)))),
                start,
                start.plusDays(13),
                PREDICTION);
    }

    static EventTraits traits(LocalDate date) {
        return new EventTraits(
                Industry.FOOD,
                BusinessTypes.resolve("고깃집", Industry.FOOD),
                new Region("서울", "강남구"),
                Purpose.NEW_CUSTOMERS,
                date,
                Slot.LOW_ONLINE.channel(),
                Won.of(250_000),
                "음료 쿠폰",
                "매장에서 찍은 사진을 올리고 태그해 주세요");
    }

    static StoreEvent draft() {
        return StoreEvent.draft(
                new StoreEventId(UUID.randomUUID()),
                chosenBy(new AccountId(UUID.randomUUID())),
                NOW);
    }

    static Figures figures(int participants, int roi) {
        return new Figures(
                participants, Won.of(250_000), roi, null, List.of(), TODAY, MeasuredBy.COUNT);
    }
}
