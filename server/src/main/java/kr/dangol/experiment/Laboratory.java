package kr.dangol.experiment;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.dangol.experiment.Experiment.Option;
import kr.dangol.experiment.Experiment.Status;
import kr.dangol.experiment.Judgement.Result;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Where operators set experiments up, watch them and act on them.
@Service
class Laboratory {

    private static final Logger log = LoggerFactory.getLogger(Laboratory.class);
    private static final String LETTERS = "ABCD";

    private final ExperimentRecords records;
    private final Participation participation;
    private final PromptVersions prompts;
    private final Standing standing;
    private final Writers writers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Laboratory(
            ExperimentRecords records,
            Participation participation,
            PromptVersions prompts,
            Standing standing,
            Writers writers,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.participation = participation;
        this.prompts = prompts;
        this.standing = standing;
        this.writers = writers;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Experiment> list() {
        return records.list();
    }

    Experiment get(ExperimentId id) {
        return records.find(id).orElseThrow(ExperimentNotFound::new);
    }

    Result result(Experiment experiment) {
        return Judgement.of(
                experiment, participation.shops(experiment), clock.instant(), clock.getZone());
    }

    Experiment draft(
            String name, String hypothesis, Measure measure, Duration window, List<Writer> arms) {
        standing.now();
        for (var i = 0; i < arms.size(); i++) {
            check(arms.get(i), "arms[" + i + "]");
        }
        if (arms.stream().distinct().count() < arms.size()) {
            throw new InvalidRequest(FieldError.of("arms", "field.experiment.arms.same"));
        }
        var options = new ArrayList<Option>();
        for (var writer : arms) {
            options.add(new Option(LETTERS.substring(options.size(), options.size() + 1), writer));
        }
        var experiment =
                new Experiment(
                        new ExperimentId(UUID.randomUUID()),
                        name,
                        hypothesis,
                        measure,
                        window,
                        Status.DRAFT,
                        null,
                        clock.instant(),
                        null,
                        null,
                        options);
        transaction.executeWithoutResult(_ -> records.add(experiment));
        return get(experiment.id());
    }

    private void check(Writer writer, String field) {
        var version = writer.promptVersion();
        if (version != null && prompts.find(version).isEmpty()) {
            throw new InvalidRequest(FieldError.of(field, "field.experiment.prompt", version));
        }
        var model = writer.model();
        if (model != null && !writers.models().contains(model)) {
            throw new InvalidRequest(
                    FieldError.of(
                            field, "field.experiment.model", String.join(", ", writers.models())));
        }
    }

    Experiment start(ExperimentId id) {
        var experiment = get(id);
        var needsModel =
                experiment.arms().stream()
                        .anyMatch(arm -> arm.writer().kind() == Writer.Kind.MODEL);
        if (needsModel && writers.models().isEmpty()) {
            throw ExperimentConflict.noLanguageModel();
        }
        try {
            move(id, Status.DRAFT, Status.RUNNING);
        } catch (DuplicateKeyException _) {
            throw ExperimentConflict.anotherRuns();
        }
        log.info("experiment started experimentId={}", id);
        return get(id);
    }

    Experiment stop(ExperimentId id) {
        get(id);
        move(id, Status.RUNNING, Status.STOPPED);
        log.info("experiment stopped experimentId={}", id);
        return get(id);
    }

    /// The arm's writer serves everybody from now on; a running experiment ends with it.
    Experiment promote(ExperimentId id, String arm) {
        var experiment = get(id);
        if (!experiment.hasArm(arm)) {
            throw new InvalidRequest(FieldError.of("arm", "field.experiment.arm"));
        }
        var writer = experiment.arm(arm).writer();
        transaction.executeWithoutResult(_ -> {
            var isMoved =
                    records.move(id, experiment.status(), Status.PROMOTED, clock.instant(), arm);
            if (experiment.status() == Status.DRAFT || !isMoved) {
                throw ExperimentConflict.notInThisStatus();
            }
            if (writer.promptVersion() != null) {
                prompts.activate(writer.promptVersion());
            }
            records.promote(writer, clock.instant());
        });
        standing.renew();
        log.info("experiment promoted experimentId={} arm={} writer={}", id, arm, writer);
        return get(id);
    }

    void remove(ExperimentId id) {
        if (get(id).status() != Status.DRAFT) {
            throw ExperimentConflict.notInThisStatus();
        }
        records.remove(id);
    }

    private void move(ExperimentId id, Status from, Status to) {
        var isMoved =
                Boolean.TRUE.equals(
                        transaction.execute(
                                _ -> records.move(id, from, to, clock.instant(), null)));
        if (!isMoved) {
            throw ExperimentConflict.notInThisStatus();
        }
        standing.renew();
    }

    /// The prompt's writer serves everybody from now on, with the configured model.
    PromptVersion activate(String version) {
        standing.now();
        prompts.get(version);
        transaction.executeWithoutResult(_ -> {
            prompts.activate(version);
            records.promote(Writer.model(version, null), clock.instant());
        });
        standing.renew();
        log.info("prompt activated version={}", version);
        return prompts.get(version);
    }

    PromptVersion retire(String version) {
        var prompt = prompts.get(version);
        if (prompt.status() == PromptVersion.Status.ACTIVE || records.usesPrompt(version)) {
            throw ExperimentConflict.promptInUse();
        }
        prompts.retire(version);
        return prompts.get(version);
    }

    List<PromptVersion> prompts() {
        standing.now();
        return prompts.list();
    }

    PromptVersion prompt(String version) {
        standing.now();
        return prompts.get(version);
    }

    PromptVersion draftPrompt(String basedOn, String systemText, String note) {
        var base = prompt(basedOn);
        checkText(systemText);
        var shipped = base.basedOn() == null ? base.version() : base.basedOn();
        return transaction.execute(_ -> prompts.add(shipped, systemText, note));
    }

    /// Only drafts that no experiment uses: what was shown to anybody stays as it was.
    PromptVersion editPrompt(String version, String systemText, String note) {
        var prompt = prompts.get(version);
        if (prompt.isShipped() || prompt.status() != PromptVersion.Status.DRAFT) {
            throw ExperimentConflict.promptIsFixed();
        }
        if (records.hasEverUsedPrompt(version)) {
            throw ExperimentConflict.promptInUse();
        }
        checkText(systemText);
        prompts.edit(version, systemText, note);
        return prompts.get(version);
    }

    private void checkText(String systemText) {
        var errors =
                writers.faults(systemText).stream()
                        .map(fault ->
                                new FieldError("systemText", fault.messageKey(), fault.arguments()))
                        .toArray(FieldError[]::new);
        if (errors.length > 0) {
            throw new InvalidRequest(errors);
        }
    }

    /// What writes for everybody outside experiments.
    Writer serving() {
        return standing.now().writer();
    }
}
