package kr.dangol.recommendation.serving;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.dangol.event.OutcomeRecorded;
import kr.dangol.experiment.Answered;
import kr.dangol.experiment.Experiments;
import kr.dangol.experiment.Subject;
import kr.dangol.experiment.Variant;
import kr.dangol.experiment.Variant.Arm;
import kr.dangol.experiment.Writer;
import kr.dangol.recommendation.drafting.Progress;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Serves every shop with the writer that experiments give it, and tells experiments what the shop
/// was shown and what came of it.
@Component
class ExperimentPart {

    private final Experiments experiments;
    private final History history;
    private final Clock clock;

    ExperimentPart(Experiments experiments, History history, Clock clock) {
        this.experiments = experiments;
        this.history = history;
        this.clock = clock;
    }

    Part of(Order order) {
        var store = order.shop().id();
        var subject = Subject.of(store == null ? order.owner().value() : store.value());
        return new Part(subject, experiments.variantFor(subject));
    }

    void chosen(UUID answer, Instant at) {
        experiments.chosen(answer, at);
    }

    void regenerated(UUID answer, Instant at) {
        experiments.regenerated(answer, at);
    }

    @ApplicationModuleListener
    void on(OutcomeRecorded fact) {
        history.answerOf(fact.eventId())
                .ifPresent(answer ->
                        experiments.closed(
                                answer, fact.prediction().roi(), fact.roi(), clock.instant()));
    }

    /// One order's place in the experiments.
    final class Part {

        private final Subject subject;
        private final Variant variant;

        private Part(Subject subject, Variant variant) {
            this.subject = subject;
            this.variant = variant;
        }

        Writer writer() {
            return variant.writer();
        }

        /// A shop that watches has been shown plans from the first one on, even if it leaves before
        /// the last.
        Contents.Follower watch(OwnersView view, Audience audience) {
            var showing = new Showing(view, audience);
            return variant.arm() == null || audience == Audience.NONE
                    ? showing
                    : new Watched(showing);
        }

        /// The shop is about to see the whole.
        void shown() {
            var arm = variant.arm();
            if (arm != null) {
                experiments.exposed(arm, subject);
            }
        }

        void answered(AnswerResponse answer, Instant now) {
            var arm = variant.arm();
            if (arm != null) {
                experiments.answered(answered(arm, answer, now));
            }
        }

        private Answered answered(Arm arm, AnswerResponse answer, Instant now) {
            var metadata = answer.metadata();
            return new Answered(
                    answer.data().id(),
                    arm,
                    subject,
                    Math.round(metadata.processingTime() * 1000),
                    metadata.costKrw(),
                    metadata.degraded(),
                    now);
        }

        private final class Watched implements Contents.Follower {

            private final Showing showing;
            private boolean hasSeenAPlan;

            Watched(Showing showing) {
                this.showing = showing;
            }

            @Override
            public void on(Progress progress) {
                showing.on(progress);
                if (progress instanceof Progress.Finished && !hasSeenAPlan) {
                    hasSeenAPlan = true;
                    shown();
                }
            }

            @Override
            public void stillWaiting() {
                showing.stillWaiting();
            }
        }
    }
}
