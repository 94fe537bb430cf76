package kr.dangol.recommendation.drafting;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kr.dangol.casebook.Casebook;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentGroup;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.casebook.SimilarQuery;
import kr.dangol.event.EventTraits;
import kr.dangol.experiment.Writer;
import kr.dangol.forecast.Estimate;
import kr.dangol.forecast.Forecast;
import kr.dangol.forecast.Forecaster;
import kr.dangol.market.Market;
import kr.dangol.market.Statement;
import kr.dangol.market.Trends;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Deadline;
import kr.dangol.platform.cache.Caches;
import kr.dangol.platform.cache.InProcess;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.PlanWriter;
import kr.dangol.recommendation.planning.WritingReport;
import kr.dangol.recommendation.planning.WritingTask;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// A plan desk among fakes, whose moods tests can set.
public final class DeskFixture {

    public static final AccountId OWNER = new AccountId(UUID.randomUUID());
    public static final Writer WRITER = Writer.model("v1", null);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    public final FakeCasebook casebook = new FakeCasebook();
    public final FakeForecaster forecaster = new FakeForecaster();
    public final ScriptedWriter planner = new ScriptedWriter("planner");
    public final Caches caches = new Caches(InProcess.store(), new SimpleMeterRegistry());
    public final Levels levels = new Levels(caches);

    /// With the planner alone.
    public PlanDesk desk() {
        return desk(null);
    }

    /// With a writer before the planner.
    public PlanDesk desk(@Nullable PlanWriter model) {
        return new PlanDesk(
                new Research(casebook, new FakeMarket(), levels),
                forecaster,
                planner,
                Optional.ofNullable(model)
                        .map(each ->
                                _ ->
                                        new ConfiguredWriter(
                                                new Engine("claude", "haiku", "v1"), each)));
    }

    public Deadline in(Duration time) {
        return Deadline.in(time);
    }

    public static Brief brief() {
        return brief("");
    }

    public static Brief brief(String wish) {
        return new Brief(
                Industry.FOOD,
                type(),
                new Region("서울", "강남구"),
                Purpose.REVISIT,
                DAY,
                null,
                wish,
                Set.of());
    }

    public static BusinessType type() {
        return BusinessTypes.find("고깃집").orElseThrow();
    }

    public static PlanDraft draft(Slot slot, String title) {
        return new PlanDraft(
                slot,
                title,
                "음료 쿠폰",
                "계산할 때 쿠폰을 드려요.",
                BudgetBand.of(slot.budget(), null).aimFrom(),
                10,
                14,
                Won.of(3_000),
                new PlanDraft.Kit(List.of(), List.of(), "쿠폰을 드릴까요?"));
    }

    /// Titles in Korean that all differ.
    public static String title(String writer, Slot slot, int round) {
        var who = writer.equals("planner") ? "단골" : "가을";
        return "%s 손님 모임 %c%c".formatted(who, '가' + slot.ordinal() * 28, '나' + round * 28);
    }

    public static Precedent precedent(Slot slot, int number) {
        return new Precedent(
                new PrecedentId(new UUID(slot.ordinal(), number)),
                Origin.SAMPLE,
                "지난 이벤트 " + slot.key() + number,
                "음료",
                "방문",
                Industry.FOOD,
                type(),
                null,
                DAY.minusYears(1),
                Season.AUTUMN,
                Purpose.REVISIT,
                slot.channel(),
                BudgetBand.of(slot.budget(), null).aimFrom(),
                100,
                200,
                Grade.REPORTED,
                null,
                null,
                "sample");
    }

    /// Writes a decent plan for every wanted slot unless told otherwise.
    public static final class ScriptedWriter implements PlanWriter {

        private final String name;
        public final List<WritingTask> tasks = new ArrayList<>();
        public final Map<Slot, String> badTitles = new HashMap<>();
        public WritingReport report = WritingReport.complete();
        public int plansBeforeTrouble = Slot.values().length;
        public @Nullable RuntimeException trouble;
        public @Nullable CountDownLatch stalled;
        public final CountDownLatch interrupted = new CountDownLatch(1);

        public ScriptedWriter(String name) {
            this.name = name;
        }

        @Override
        public WritingReport write(WritingTask task, Set<Slot> wanted, Consumer<PlanDraft> sink) {
            tasks.add(task);
            wanted.stream()
                    .sorted()
                    .limit(plansBeforeTrouble)
                    .forEach(slot -> sink.accept(draft(slot)));
            if (trouble != null) {
                throw trouble;
            }
            if (stalled != null) {
                stall(stalled, sink);
            }
            return report;
        }

        private PlanDraft draft(Slot slot) {
            var bad = tasks.size() == 1 ? badTitles.get(slot) : null;
            return DeskFixture.draft(slot, bad == null ? title(name, slot, tasks.size()) : bad);
        }

        /// Ignores that its time is over, as a stuck client would, and then hands in too late.
        private void stall(CountDownLatch until, Consumer<PlanDraft> sink) {
            try {
                until.await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
            for (var slot : Slot.values()) {
                sink.accept(DeskFixture.draft(slot, "늦게 온 기획안 " + title(name, slot, 9)));
            }
        }
    }

    /// Two precedents for each slot.
    public static final class FakeCasebook implements Casebook {

        public Duration delay = Duration.ZERO;
        public @Nullable RuntimeException trouble;
        public final AtomicInteger searches = new AtomicInteger();
        public List<SimilarPrecedent> own = List.of();
        public List<PrecedentGroup> groups = List.of();

        @Override
        public List<SimilarPrecedent> similar(SimilarQuery query) {
            searches.incrementAndGet();
            if (trouble != null) {
                throw trouble;
            }
            sleep(delay);
            for (var slot : Slot.values()) {
                var cost = precedent(slot, 1).cost();
                if (slot.channel() == query.channel()
                        && cost != null
                        && query.budget() != null
                        && SimilarCases.costsAbout(cost, query.budget())) {
                    return List.of(
                            new SimilarPrecedent(precedent(slot, 1), 1),
                            new SimilarPrecedent(precedent(slot, 2), 0.5));
                }
            }
            throw new AssertionError("a query without a budget");
        }

        private static void sleep(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Map<PrecedentId, Precedent> find(Collection<PrecedentId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SimilarPrecedent> ownOf(AccountId owner, SimilarQuery query) {
            return own;
        }

        @Override
        public List<PrecedentGroup> groups(SimilarQuery query) {
            return groups;
        }

        @Override
        public void forEachWithOutcome(Consumer<Precedent> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long changesSince(long sequence, Consumer<PrecedentChange> reader) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class FakeMarket implements Market {

        @Override
        public Trends trends(
                Industry industry,
                BusinessType businessType,
                @Nullable Region region,
                LocalDate date) {
            return new Trends(
                    new Statement("업종 이야기", "통계", DAY),
                    new Statement("지역 이야기", "통계", DAY),
                    new Statement("계절 이야기", "달력", DAY));
        }
    }

    /// Foretells 40 participants and the same return for everything.
    public static final class FakeForecaster implements Forecaster {

        public int roi = 200;

        @Override
        public Forecast forecast(EventTraits traits) {
            return new Forecast(
                    new Estimate(40, 20, 80),
                    new Estimate(roi, roi - 50, roi + 50),
                    12,
                    0,
                    "근거",
                    "m1");
        }
    }
}
