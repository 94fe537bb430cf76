package kr.dangol.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kr.dangol.recommendation.PlansRecommended.Service;
import kr.dangol.recommendation.drafting.DeskFixture;
import kr.dangol.recommendation.drafting.DeskFixture.ScriptedWriter;
import kr.dangol.recommendation.drafting.Progress;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.serving.Contents.Content;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ContentsTest {

    private final DeskFixture fixture = new DeskFixture();
    private final ScriptedWriter model = new ScriptedWriter("model");

    @Test
    void draftsOnceAndThenServesFromTheCache() {
        var contents = contents(null);
        var first = contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching());
        var second = contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching());

        assertThat(first.service()).isEqualTo(Service.DRAFTED);
        assertThat(second.service()).isEqualTo(Service.HIT);
        assertThat(second.sixPlans()).isEqualTo(first.sixPlans());
        assertThat(fixture.planner.tasks).hasSize(1);
    }

    @Test
    void showsAHitPlanByPlanToo() {
        var contents = contents(null);
        contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching());
        var watching = new Watching();
        contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, watching);

        assertThat(watching.seen).hasSize(8);
        assertThat(watching.seen.getFirst()).isInstanceOf(Progress.Found.class);
        assertThat(watching.seen.getLast()).isInstanceOf(Progress.Done.class);
    }

    @Test
    void draftsAnewForEverythingThatChangesTheAnswer() {
        var contents = contents(null);
        var plain = DeskFixture.brief();
        var others =
                List.of(
                        plain,
                        DeskFixture.brief("젊은 손님"),
                        changed(plain, plain.startDate().plusDays(1), null, Set.of()),
                        changed(plain, plain.startDate(), Won.of(7_000_000), Set.of()),
                        changed(plain, plain.startDate(), null, Set.of("지난 제목")));

        assertThat(others)
                .allSatisfy(brief ->
                        assertThat(
                                        contents.of(
                                                        order(brief),
                                                        DeskFixture.WRITER,
                                                        new Watching())
                                                .service())
                                .isEqualTo(Service.DRAFTED));
    }

    @Test
    void drawsUpNewPlansAfterAnOutcomeInTheIndustry() {
        var contents = contents(null);
        contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching());
        fixture.levels.invalidate(Industry.RETAIL);
        var untouched = contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching());
        fixture.levels.invalidate(Industry.FOOD);
        var searches = fixture.casebook.searches.get();
        var fresh = contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching());

        assertThat(untouched.service()).isEqualTo(Service.HIT);
        assertThat(fresh.service()).isEqualTo(Service.DRAFTED);
        assertThat(fixture.casebook.searches.get()).isGreaterThan(searches);
    }

    @Test
    void neverKeepsADegradedAnswer() {
        model.trouble = new IllegalStateException("down");
        model.plansBeforeTrouble = 3;
        var contents = contents(model);
        contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching());
        model.trouble = null;
        model.plansBeforeTrouble = 6;
        var second = contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching());

        assertThat(second.service()).isEqualTo(Service.DRAFTED);
        assertThat(second.sixPlans().credits().areDegraded()).isFalse();
    }

    @Test
    void letsFiftyWhoAskAtOnceShareOneDraft() {
        model.stalled = new CountDownLatch(1);
        var contents = contents(model);
        var watching = IntStream.range(0, 50).mapToObj(_ -> new Watching()).toList();
        var answers = watching.stream().map(each -> ask(contents, each)).toList();
        await().until(() -> watching.stream().allMatch(each -> each.seen.size() == 7));
        model.stalled.countDown();
        var services = answers.stream().map(CompletableFuture::join).map(Content::service).toList();

        assertThat(services).filteredOn(Service.DRAFTED::equals).hasSize(1);
        assertThat(services).filteredOn(Service.JOINED::equals).hasSize(49);
        assertThat(model.tasks).hasSize(1);
    }

    @Test
    void goesOnForTheOthersWhenOneLeaves() {
        model.stalled = new CountDownLatch(1);
        var contents = contents(model);
        var leaver = new Watching();
        var stayer = new Watching();
        var left = ask(contents, leaver);
        var stayed = ask(contents, stayer);
        await().until(() -> leaver.seen.size() == 7 && stayer.seen.size() == 7);
        leaver.leaves = true;
        assertThatThrownBy(left::join).hasRootCauseInstanceOf(Left.class);
        model.stalled.countDown();

        assertThat(stayed.join().sixPlans().plans()).hasSize(6);
        assertThat(model.tasks).hasSize(1);
    }

    @Test
    void stopsTheModelSoonAfterTheLastOneLeft() throws Exception {
        model.plansBeforeTrouble = 1;
        model.stalled = new CountDownLatch(1);
        var only = new Watching();
        var left = ask(contents(model), only);
        await().until(() -> only.seen.size() == 2);
        only.leaves = true;
        var started = System.nanoTime();
        assertThatThrownBy(left::join).hasRootCauseInstanceOf(Left.class);
        model.interrupted.await();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        assertThat(fixture.planner.tasks).isEmpty();
    }

    @Test
    void passesOnWhyTheWorkFailed() {
        fixture.planner.plansBeforeTrouble = 0;

        assertThatThrownBy(() ->
                        contents(null)
                                .of(order(DeskFixture.brief()), DeskFixture.WRITER, new Watching()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("planner");
    }

    private Contents contents(@Nullable ScriptedWriter writer) {
        return new Contents(fixture.desk(writer), fixture.levels, fixture.caches);
    }

    private static CompletableFuture<Content> ask(Contents contents, Watching watching) {
        return CompletableFuture.supplyAsync(
                () -> contents.of(order(DeskFixture.brief()), DeskFixture.WRITER, watching),
                Thread::startVirtualThread);
    }

    private static Order order(Brief brief) {
        return new Order(DeskFixture.OWNER, Shop.unknown(brief.businessType()), brief);
    }

    private static Brief changed(
            Brief brief, LocalDate day, @Nullable Won limit, Set<String> avoid) {
        return new Brief(
                brief.industry(),
                brief.businessType(),
                brief.region(),
                brief.purpose(),
                day,
                limit,
                brief.wish(),
                avoid);
    }

    private static final class Left extends RuntimeException {}

    private static final class Watching implements Contents.Follower {

        private final List<Progress> seen = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean leaves;

        @Override
        public void on(Progress progress) {
            seen.add(progress);
        }

        @Override
        public void stillWaiting() {
            if (leaves) {
                throw new Left();
            }
        }
    }
}
