package kr.dangol.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.recommendation.drafting.DeskFixture;
import kr.dangol.recommendation.drafting.Evidence;
import kr.dangol.shared.Slot;
import org.junit.jupiter.api.Test;

class OwnersViewTest {

    private final DeskFixture fixture = new DeskFixture();

    @Test
    void tellsProfitAtTheShopsMargin() {
        // ROI 200 %: three won of revenue for each won spent.
        var half = plans(new OwnersView(50, List.of())).getFirst();
        var third = plans(new OwnersView(30, List.of())).getFirst();

        assertThat(half.forecast().profit()).isEqualTo(half.cost() / 2);
        assertThat(third.forecast().profit()).isEqualTo(-third.cost() / 10);
        assertThat(third.forecast().marginPercent()).isEqualTo(30);
    }

    @Test
    void saysSoOnlyWhenAllSixWouldLose() {
        assertThat(OwnersView.allLose(plans(new OwnersView(30, List.of())))).isTrue();
        assertThat(OwnersView.allLose(plans(new OwnersView(34, List.of())))).isFalse();
    }

    @Test
    void putsTheOwnersOwnEventsOfThatKindFirst() {
        var own =
                List.of(
                        new SimilarPrecedent(DeskFixture.precedent(Slot.LOW_ONLINE, 71), 1),
                        new SimilarPrecedent(DeskFixture.precedent(Slot.HIGH_OFFLINE, 72), 1));
        var plans = plans(new OwnersView(50, own));

        assertThat(titles(plans.getFirst()))
                .containsExactly("지난 이벤트 low-online71", "지난 이벤트 low-online1", "지난 이벤트 low-online2");
        assertThat(titles(plans.get(1)))
                .containsExactly("지난 이벤트 low-offline1", "지난 이벤트 low-offline2");
        assertThat(titles(plans.getLast())).startsWith("지난 이벤트 high-offline72");
    }

    private List<PlanResponse> plans(OwnersView view) {
        return fixture
                .desk()
                .draft(
                        DeskFixture.brief(),
                        DeskFixture.OWNER,
                        DeskFixture.WRITER,
                        fixture.in(Duration.ofSeconds(9)),
                        _ -> {})
                .plans()
                .stream()
                .map(view::of)
                .toList();
    }

    private static List<String> titles(PlanResponse plan) {
        return plan.evidence().stream().map(Evidence::title).toList();
    }
}
