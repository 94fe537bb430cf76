package kr.dangol.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dangol.casebook.CasebookChanged;
import kr.dangol.casebook.PrecedentAdded;
import kr.dangol.recommendation.PlansRecommended.Service;
import kr.dangol.recommendation.drafting.DeskFixture;
import kr.dangol.recommendation.drafting.Progress;
import kr.dangol.shared.Slot;
import org.junit.jupiter.api.Test;

class InvalidationTest {

    private final DeskFixture fixture = new DeskFixture();
    private final Contents contents = new Contents(fixture.desk(), fixture.levels, fixture.caches);
    private final Invalidation invalidation = new Invalidation(fixture.levels);

    @Test
    void voidsWhatWasDraftedBeforeAndWhileAnOutcomeWasLearned() {
        answer();
        invalidation.on(new PrecedentAdded(DeskFixture.precedent(Slot.LOW_ONLINE, 3)));
        assertThat(answer()).isEqualTo(Service.DRAFTED);
        invalidation.on(new CasebookChanged(7));
        assertThat(answer()).isEqualTo(Service.DRAFTED);
        invalidation.on(new CasebookChanged(8));
        assertThat(answer()).isEqualTo(Service.HIT);
    }

    private Service answer() {
        var brief = DeskFixture.brief();
        var order = new Order(DeskFixture.OWNER, Shop.unknown(brief.businessType()), brief);
        return contents.of(
                        order,
                        DeskFixture.WRITER,
                        new Contents.Follower() {
                            @Override
                            public void on(Progress progress) {}

                            @Override
                            public void stillWaiting() {}
                        })
                .service();
    }
}
