package kr.dangol.recommendation.serving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.dangol.recommendation.PlansRecommended.Service;
import kr.dangol.recommendation.drafting.Credits;
import kr.dangol.recommendation.drafting.Lack;
import kr.dangol.recommendation.planning.WritingReport.Usage;
import kr.dangol.recommendation.serving.AnswerResponse.AnsweredRequest;
import kr.dangol.recommendation.serving.AnswerResponse.Data;
import kr.dangol.recommendation.serving.AnswerResponse.Metadata;
import kr.dangol.recommendation.serving.AnswerResponse.ModelUsage;
import kr.dangol.recommendation.serving.AnswerResponse.TrendSources;
import kr.dangol.recommendation.serving.AnswerResponse.TrendTexts;
import kr.dangol.recommendation.serving.Contents.Content;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Puts together what an owner reads: content, the owner's own part, and how it came about.
@Component
class AnswerComposer {

    private final MessageSource messages;
    private final Clock clock;

    AnswerComposer(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    AnswerResponse compose(
            Order order, Content content, OwnersView view, Duration took, Instant now) {
        var sixPlans = content.sixPlans();
        var plans = sixPlans.plans().stream().map(view::of).toList();
        var data =
                new Data(
                        UUID.randomUUID(),
                        TrendTexts.of(sixPlans.trends()),
                        TrendSources.of(sixPlans.trends()),
                        sixPlans.similarCases(),
                        plans,
                        request(order),
                        note(plans),
                        now.atZone(clock.getZone()).toOffsetDateTime(),
                        null,
                        null);
        return new AnswerResponse(
                true, data, metadata(sixPlans.credits(), content.service(), took));
    }

    private @Nullable String note(List<PlanResponse> plans) {
        return OwnersView.allLose(plans) ? text("recommendation.note.rest") : null;
    }

    private Metadata metadata(Credits credits, Service service, Duration took) {
        // Tokens are paid once, by the answer they were asked for.
        var usage = service == Service.DRAFTED ? credits.usage() : Usage.NONE;
        return new Metadata(
                service == Service.HIT,
                Math.round(took.toNanos() / 1e6) / 1e3,
                credits.engine(),
                credits.model(),
                credits.promptVersion(),
                new ModelUsage(
                        usage.inputTokens(), usage.outputTokens(), usage.cachedInputTokens()),
                usage.costKrw(),
                credits.areDegraded(),
                credits.lack() == Lack.RATE_LIMITED,
                message(credits.lack()));
    }

    private @Nullable String message(@Nullable Lack lack) {
        return lack == null ? null : text("recommendation.lack." + lack.key());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static AnsweredRequest request(Order order) {
        var brief = order.brief();
        var storeId = order.shop().id();
        return new AnsweredRequest(
                brief.purpose().key(),
                storeId == null ? null : storeId.value(),
                order.shop().name(),
                brief.industry().label(),
                brief.businessType().name(),
                brief.region(),
                brief.startDate(),
                amount(brief.maxBudget()),
                brief.wish().isEmpty() ? null : brief.wish());
    }

    private static @Nullable Long amount(@Nullable Won won) {
        return won == null ? null : won.amount();
    }
}
