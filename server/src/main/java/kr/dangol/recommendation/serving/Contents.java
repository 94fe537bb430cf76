package kr.dangol.recommendation.serving;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kr.dangol.experiment.Writer;
import kr.dangol.platform.Deadline;
import kr.dangol.platform.cache.Caches;
import kr.dangol.platform.cache.ContentCache;
import kr.dangol.platform.cache.FlightFailed;
import kr.dangol.platform.cache.Seat;
import kr.dangol.platform.cache.SingleFlight;
import kr.dangol.recommendation.PlansRecommended.Service;
import kr.dangol.recommendation.drafting.Levels;
import kr.dangol.recommendation.drafting.PlanDesk;
import kr.dangol.recommendation.drafting.Progress;
import kr.dangol.recommendation.drafting.SixPlans;
import org.springframework.stereotype.Component;

/// Gets the content of an answer in the cheapest way there is: from the cache, by joining somebody
/// who waits for the same, or by having it drafted.
@Component
class Contents {

    /// The owner's answer leaves within ten seconds of the request; what comes after this moment is
    /// the planner's and takes milliseconds.
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(9_500);

    /// Far beyond any deadline: something hangs.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    /// How soon a client is missed that went away.
    private static final Duration HEARTBEAT = Duration.ofMillis(400);

    private final PlanDesk desk;
    private final Levels levels;
    private final SingleFlight<Progress> flights;

    Contents(PlanDesk desk, Levels levels, Caches caches) {
        this.desk = desk;
        this.levels = levels;
        this.flights = caches.flights(Progress.class);
    }

    /// Whoever follows the work on one content. An exception of its own ends the following.
    interface Follower {

        void on(Progress progress);

        void stillWaiting();
    }

    /// The content, and how it was come by.
    record Content(SixPlans sixPlans, Service service) {}

    /// @param writer who should write, if it has to be written
    Content of(Order order, Writer writer, Follower follower) {
        var entry = levels.answer(order.brief(), desk.engine(writer));
        return entry.find()
                .map(sixPlans -> {
                    handOut(sixPlans, follower::on);
                    return new Content(sixPlans, Service.HIT);
                })
                .orElseGet(() -> board(order, writer, entry, follower));
    }

    private Content board(
            Order order, Writer writer, ContentCache<SixPlans>.Entry entry, Follower follower) {
        var deadline = Deadline.in(ANSWER_WITHIN);
        var isDrafter = new AtomicBoolean();
        Consumer<Consumer<Progress>> work =
                sink ->
                        entry.peek()
                                .ifPresentOrElse(
                                        // Finished between our look into the cache and boarding.
                                        sixPlans -> handOut(sixPlans, sink),
                                        () -> {
                                            isDrafter.set(true);
                                            draft(order, writer, entry, deadline, sink);
                                        });
        try (var seat = flights.board(entry.key(), work)) {
            var sixPlans = follow(seat, follower);
            return new Content(sixPlans, isDrafter.get() ? Service.DRAFTED : Service.JOINED);
        }
    }

    private void draft(
            Order order,
            Writer writer,
            ContentCache<SixPlans>.Entry entry,
            Deadline deadline,
            Consumer<Progress> sink) {
        var sixPlans = desk.draft(order.brief(), order.owner(), writer, deadline, sink);
        if (!sixPlans.credits().areDegraded()) {
            entry.put(sixPlans);
        }
        sink.accept(new Progress.Done(sixPlans));
    }

    private SixPlans follow(Seat<Progress> seat, Follower follower) {
        var giveUpAt = Deadline.in(LONGEST_WAIT);
        try {
            while (!seat.isOver()) {
                var progress = seat.next(HEARTBEAT).orElse(null);
                if (progress instanceof Progress.Done(var sixPlans)) {
                    return sixPlans;
                }
                if (progress != null) {
                    follower.on(progress);
                } else if (giveUpAt.hasPassed()) {
                    throw new AnswerOverdue();
                } else {
                    follower.stillWaiting();
                }
            }
            throw new IllegalStateException("work ended without an answer");
        } catch (FlightFailed e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits any more");
        }
    }

    private static void handOut(SixPlans sixPlans, Consumer<Progress> sink) {
        sink.accept(new Progress.Found(sixPlans.trends(), sixPlans.similarCases()));
        sixPlans.plans().forEach(plan -> sink.accept(new Progress.Finished(plan)));
        sink.accept(new Progress.Done(sixPlans));
    }
}
