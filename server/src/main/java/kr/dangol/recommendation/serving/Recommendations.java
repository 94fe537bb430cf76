package kr.dangol.recommendation.serving;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import kr.dangol.experiment.Writer;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.recommendation.PlansRecommended;
import kr.dangol.recommendation.PlansRegenerated;
import kr.dangol.recommendation.RecommendationId;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.serving.AnswerResponse.AnsweredRequest;
import kr.dangol.recommendation.serving.Contents.Content;
import kr.dangol.recommendation.serving.History.Kept;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Won;
import kr.dangol.store.StoreId;
import kr.dangol.store.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// The main job: answers an owner's order with six plans, and keeps every answer.
@Service
public class Recommendations {

    private static final Logger log = LoggerFactory.getLogger(Recommendations.class);

    private final Contents contents;
    private final ExperimentPart participation;
    private final OwnCases ownCases;
    private final AnswerComposer composer;
    private final History history;
    private final Failures failures;
    private final Stores stores;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final MeterRegistry meters;
    private final Clock clock;

    Recommendations(
            Contents contents,
            ExperimentPart participation,
            OwnCases ownCases,
            AnswerComposer composer,
            History history,
            Failures failures,
            Stores stores,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            MeterRegistry meters,
            Clock clock) {
        this.contents = contents;
        this.participation = participation;
        this.ownCases = ownCases;
        this.composer = composer;
        this.history = history;
        this.failures = failures;
        this.stores = stores;
        this.transaction = transaction;
        this.facts = facts;
        this.meters = meters;
        this.clock = clock;
    }

    /// Six plans for the order. The audience sees them one by one; the answer is the whole, kept.
    public AnswerResponse recommend(Order order, Audience audience) {
        return answer(order, null, audience);
    }

    /// Six others for the same request: no title comes back that was shown for it before.
    public AnswerResponse regenerate(
            AccountId owner,
            RecommendationId id,
            @Nullable RejectionReason reason,
            Audience audience) {
        var earlier = history.get(owner, id);
        return answer(orderAgain(owner, earlier), new Rejection(earlier, reason), audience);
    }

    public AnswerResponse get(AccountId owner, RecommendationId id) {
        return history.get(owner, id).current();
    }

    /// The newest first.
    public ItemsResponse<HistoryItem> list(AccountId owner, @Nullable String cursor, int limit) {
        var before = Optional.ofNullable(cursor).map(Cursor::parse);
        var lines = history.list(owner, before, limit + 1);
        var page = lines.stream().limit(limit).toList();
        var next =
                lines.size() > limit
                        ? new Cursor(page.getLast().createdAt(), page.getLast().id()).text()
                        : null;
        return new ItemsResponse<>(
                page.stream().map(line -> HistoryItem.of(line, clock.getZone())).toList(), next);
    }

    private AnswerResponse answer(Order order, @Nullable Rejection rejection, Audience audience) {
        var started = System.nanoTime();
        var view = new OwnersView(order.shop().marginPercent(), ownCases.like(order));
        var part = participation.of(order);
        var content = content(order, part.writer(), part.watch(view, audience), started);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var took = Duration.ofNanos(System.nanoTime() - started);
        var answer = composer.compose(order, content, view, took, now);
        part.shown();
        keepOrServe(
                content,
                answer,
                () -> {
                    keep(order, content, answer, rejection, now);
                    part.answered(answer, now);
                });
        tell(order, content, answer, Duration.ofNanos(System.nanoTime() - started));
        return answer;
    }

    private Content content(Order order, Writer writer, Contents.Follower showing, long started) {
        try {
            return contents.of(order, writer, showing);
        } catch (RuntimeException e) {
            failures.tell(order, e, Duration.ofNanos(System.nanoTime() - started));
            throw e;
        }
    }

    /// A cached answer is given even while the database is away; only its history is missing.
    private void keepOrServe(Content content, AnswerResponse answer, Runnable keeping) {
        try {
            transaction.executeWithoutResult(_ -> keeping.run());
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
            if (content.service() != PlansRecommended.Service.HIT) {
                throw e;
            }
            meters.counter("dangol.recommendation.unkept").increment();
            log.warn("answer given and not kept recommendationId={}", answer.data().id());
        }
    }

    private void keep(
            Order order,
            Content content,
            AnswerResponse answer,
            @Nullable Rejection rejection,
            Instant now) {
        var id = answer.data().id();
        history.add(order.owner(), rejection == null ? id : rejection.earlier().chain(), answer);
        facts.publishEvent(ShownPlans.fact(order, content, answer, now));
        if (rejection != null) {
            history.reject(rejection.earlier().id(), rejection.reasonKey(), now);
            participation.regenerated(rejection.earlier().id(), now);
            facts.publishEvent(
                    new PlansRegenerated(
                            new RecommendationId(rejection.earlier().id()),
                            order.owner(),
                            rejection.reasonKey(),
                            new RecommendationId(id),
                            ShownPlans.of(rejection.earlier().answer()),
                            now));
        }
    }

    private void tell(Order order, Content content, AnswerResponse answer, Duration took) {
        var metadata = answer.metadata();
        var service = content.service().name().toLowerCase(Locale.ROOT);
        meters.timer(
                        "dangol.recommendation.answer",
                        "service",
                        service,
                        "engine",
                        metadata.engine(),
                        "degraded",
                        Boolean.toString(metadata.degraded()))
                .record(took);
        log.info(
                "plans recommended recommendationId={} storeId={} industry={} purpose={} service={}"
                        + " engine={} degraded={} precedents={} elapsed={}ms",
                answer.data().id(),
                order.shop().id(),
                order.brief().industry().key(),
                order.brief().purpose(),
                service,
                metadata.engine(),
                metadata.degraded(),
                answer.data().similarCases(),
                took.toMillis());
    }

    /// The same request as of today, without any title of its chain.
    private Order orderAgain(AccountId owner, Kept earlier) {
        var asked = earlier.answer().data().request();
        var industry = Industry.find(asked.industry()).orElseThrow();
        var type = BusinessTypes.resolve(asked.businessType(), industry);
        var shop =
                asked.storeId() == null
                        ? Shop.unknown(type)
                        : Shop.of(stores.get(owner, new StoreId(asked.storeId())));
        var brief =
                new Brief(
                        industry,
                        type,
                        asked.location(),
                        Purpose.find(asked.eventPurpose()).orElseThrow(),
                        startDate(asked),
                        asked.maxBudget() == null ? null : Won.of(asked.maxBudget()),
                        asked.wish() == null ? "" : asked.wish(),
                        history.titlesOf(earlier.chain()));
        return new Order(owner, shop, brief);
    }

    private LocalDate startDate(AnsweredRequest asked) {
        var today = LocalDate.now(clock);
        return asked.startDate().isBefore(today) ? today : asked.startDate();
    }
}
