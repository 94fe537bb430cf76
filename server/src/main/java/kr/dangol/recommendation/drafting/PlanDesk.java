package kr.dangol.recommendation.drafting;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dangol.event.EventTraits;
import kr.dangol.experiment.Writer;
import kr.dangol.forecast.Estimate;
import kr.dangol.forecast.Forecaster;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Deadline;
import kr.dangol.recommendation.drafting.Plan.Origin;
import kr.dangol.recommendation.drafting.Research.Findings;
import kr.dangol.recommendation.drafting.Task.Came;
import kr.dangol.recommendation.drafting.Task.Late;
import kr.dangol.recommendation.drafting.Task.Threw;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanWriter;
import kr.dangol.recommendation.planning.WritingReport;
import kr.dangol.recommendation.planning.WritingReport.Shortfall;
import kr.dangol.recommendation.planning.WritingReport.Usage;
import kr.dangol.recommendation.planning.WritingTask;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.Slot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where six plans come about: research, then the configured writer, then the built-in planner for
/// every slot that is still empty.
@Component
public class PlanDesk {

    private static final Logger log = LoggerFactory.getLogger(PlanDesk.class);

    /// The planner needs milliseconds; it must get them even after a writer used up all the time.
    private static final Duration PLANNERS_TIME = Duration.ofMillis(400);

    /// A second round happens when the review refuses a plan of the planner's own.
    private static final int PLANNERS_ROUNDS = 5;

    private final Research research;
    private final Forecaster forecaster;
    private final PlanWriter planner;
    private final @Nullable ConfiguredWriters writers;

    PlanDesk(
            Research research,
            Forecaster forecaster,
            PlanWriter planner,
            Optional<ConfiguredWriters> writers) {
        this.research = research;
        this.forecaster = forecaster;
        this.planner = planner;
        this.writers = writers.orElse(null);
    }

    /// What a good day's plans are written with when this writer is wanted.
    public Engine engine(Writer writer) {
        var configured = configured(writer);
        return configured == null ? Engine.PLANNER : configured.engine();
    }

    /// Null where the planner is all there is, or all that is wanted.
    private @Nullable ConfiguredWriter configured(Writer writer) {
        return writers == null || writer.kind() == Writer.Kind.PLANNER ? null : writers.of(writer);
    }

    /// Drafts six plans and hands out each as soon as it is finished. Runs on the calling thread,
    /// whose interrupt ends the work. `owner` is on whose account a paid call goes.
    public SixPlans draft(
            Brief brief,
            AccountId owner,
            Writer writer,
            Deadline deadline,
            Consumer<Progress> sink) {
        var configured = configured(writer);
        var findings = research.on(brief, deadline);
        var similar = findings.similar() == null ? SimilarCases.NONE : findings.similar();
        sink.accept(new Progress.Found(findings.trends().trends(), similar.count()));
        var sheet =
                new Sheet(
                        brief,
                        similar,
                        forecaster,
                        plan -> sink.accept(new Progress.Finished(plan)));
        var usual = configured == null ? Map.<Slot, Estimate>of() : usualParticipants(brief);
        var task = task(brief, owner, deadline, findings, usual);
        var report = configured == null ? null : consult(configured, task, sheet);
        var lack = lack(findings, report, sheet);
        fill(sheet, task);
        return new SixPlans(
                finalTrends(brief, findings, report).trends(),
                similar.count(),
                sheet.plans(),
                credits(sheet, configured, report, lack));
    }

    /// Everything a draft does short of asking the configured writer; nobody sees the plans.
    void rehearse(Brief brief, Deadline deadline) {
        var findings = research.on(brief, deadline);
        var similar = findings.similar() == null ? SimilarCases.NONE : findings.similar();
        var sheet = new Sheet(brief, similar, forecaster, _ -> {});
        fill(sheet, task(brief, null, deadline, findings, Map.of()));
    }

    private WritingTask task(
            Brief brief,
            @Nullable AccountId owner,
            Deadline deadline,
            Findings findings,
            Map<Slot, Estimate> usualParticipants) {
        var similar = findings.similar() == null ? SimilarCases.NONE : findings.similar();
        return new WritingTask(
                brief,
                similar.mixed(),
                findings.trends().trends(),
                usualParticipants,
                !findings.trends().areWorded(),
                owner,
                deadline);
    }

    /// A budget of realism for whoever writes: what an event of such a cost usually draws here.
    private Map<Slot, Estimate> usualParticipants(Brief brief) {
        return Arrays.stream(Slot.values())
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                slot -> forecaster.forecast(plain(brief, slot)).participants()));
    }

    private static EventTraits plain(Brief brief, Slot slot) {
        return new EventTraits(
                brief.industry(),
                brief.businessType(),
                brief.region(),
                brief.purpose(),
                brief.startDate(),
                slot.channel(),
                BudgetBand.of(slot.budget(), brief.maxBudget()).aimFrom(),
                "",
                "");
    }

    private static WritingReport consult(
            ConfiguredWriter configured, WritingTask task, Sheet sheet) {
        var call =
                Task.start(() ->
                        configured
                                .writer()
                                .write(
                                        task,
                                        EnumSet.allOf(Slot.class),
                                        draft -> sheet.take(draft, Origin.MODEL)));
        try {
            return switch (call.within(task.deadline().remaining())) {
                case Came<WritingReport>(var report) -> report;
                case Late<WritingReport> _ -> nothing(Shortfall.TOO_SLOW);
                case Threw<WritingReport>(var failure) -> {
                    log.warn("writer failed engine={}", configured.engine().name(), failure);
                    yield nothing(Shortfall.UNAVAILABLE);
                }
            };
        } finally {
            sheet.closeToModel();
            call.cancel();
        }
    }

    private static WritingReport nothing(Shortfall shortfall) {
        return new WritingReport(shortfall, null, null, Usage.NONE, null);
    }

    private void fill(Sheet sheet, WritingTask task) {
        for (var round = 0; round < PLANNERS_ROUNDS && !sheet.open().isEmpty(); round++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("nobody waits any more");
            }
            planner.write(
                    forPlanner(task, sheet.briefForTheRest()),
                    sheet.open(),
                    draft -> sheet.take(draft, Origin.PLANNER));
        }
        if (!sheet.open().isEmpty()) {
            throw new IllegalStateException("the planner left " + sheet.open() + " empty");
        }
    }

    private static WritingTask forPlanner(WritingTask task, Brief rest) {
        return new WritingTask(
                rest,
                task.precedents(),
                task.trends(),
                task.usualParticipants(),
                false,
                null,
                task.deadline().laterBy(PLANNERS_TIME));
    }

    /// The one reason that says most. Without a configured writer the planner is all there is to
    /// expect.
    private static @Nullable Lack lack(
            Findings findings, @Nullable WritingReport report, Sheet sheet) {
        if (report != null && !sheet.open().isEmpty()) {
            return Lack.of(report.shortfall());
        }
        return findings.similar() == null ? Lack.SEARCH_LATE : null;
    }

    private KnownTrends finalTrends(
            Brief brief, Findings findings, @Nullable WritingReport report) {
        if (report == null || report.trends() == null) {
            return findings.trends();
        }
        var worded = findings.trends().in(report.trends());
        research.keep(brief, worded);
        return worded;
    }

    private static Credits credits(
            Sheet sheet,
            @Nullable ConfiguredWriter configured,
            @Nullable WritingReport report,
            @Nullable Lack lack) {
        var byModel = sheet.plans().stream().filter(plan -> plan.origin() == Origin.MODEL).count();
        var engine = byModel == 0 || configured == null ? Engine.PLANNER : configured.engine();
        return new Credits(
                byModel == 0 || byModel == Slot.values().length ? engine.name() : "mixed",
                engine.model(),
                engine.promptVersion(),
                report == null ? Usage.NONE : report.usage(),
                lack);
    }
}
