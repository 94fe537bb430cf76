package kr.dangol.intake.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dangol.intake.source.Outside;
import kr.dangol.intake.source.Providers;
import kr.dangol.intake.source.Quotas;
import kr.dangol.intake.source.Source;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.SourceStates;
import kr.dangol.intake.source.instagram.HashtagLedger;
import kr.dangol.market.Edition;
import kr.dangol.market.PublicFacts;
import kr.dangol.market.Series;
import kr.dangol.market.Series.Freshness;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How the sources stand: freshness, quotas, and a look at what each gave.
@RestController
@RequestMapping("/api/ops/collection")
class SourcesController {

    private static final Map<SourceKey, List<Series>> SERIES =
            Map.of(
                    SourceKey.DATAGOKR, List.of(Series.STORES),
                    SourceKey.HOLIDAYS, List.of(Series.HOLIDAYS),
                    SourceKey.KOSIS,
                            List.of(
                                    Series.SERVICE_OUTPUT,
                                    Series.REGIONAL_RETAIL,
                                    Series.RETAIL_GOODS),
                    SourceKey.SEOUL, List.of(Series.SEOUL_SALES, Series.SEOUL_WEEKEND),
                    SourceKey.NAVER, List.of(Series.BLOG_POSTS),
                    SourceKey.INSTAGRAM, List.of(Series.HASHTAG_POSTS));

    private final List<Source> sources;
    private final SourceStates states;
    private final PublicFacts facts;
    private final Quotas quotas;
    private final Providers providers;
    private final HashtagLedger hashtags;
    private final Clock clock;

    SourcesController(
            List<Source> sources,
            SourceStates states,
            PublicFacts facts,
            Quotas quotas,
            Providers providers,
            HashtagLedger hashtags,
            Clock clock) {
        this.sources = sources.stream().sorted(Comparator.comparing(Source::key)).toList();
        this.states = states;
        this.facts = facts;
        this.quotas = quotas;
        this.providers = providers;
        this.hashtags = hashtags;
        this.clock = clock;
    }

    @GetMapping("/sources")
    ItemsResponse<SourceResponse> sources() {
        var editions = facts.editions();
        var all = sources.stream().map(each -> response(each, editions)).toList();
        return new ItemsResponse<>(all, null);
    }

    private SourceResponse response(Source source, List<Edition> editions) {
        var state = states.state(source.key());
        var missing = source.missing();
        var succeeded = state.succeededAt();
        var age =
                succeeded == null
                        ? null
                        : (Long) Duration.between(succeeded, clock.instant()).toHours();
        var newest = newest(source.key(), editions);
        var fault = state.fault();
        return new SourceResponse(
                source.key().key(),
                source.key().label(),
                missing.isEmpty(),
                missing,
                state.attemptedAt(),
                succeeded,
                age,
                freshness(source.key(), newest, age),
                newest.isEmpty() ? null : coverage(newest),
                fault == null
                        ? null
                        : new RunResponse.ErrorResponse(
                                fault, Optional.ofNullable(state.problem()).orElse("")));
    }

    private static List<Edition> newest(SourceKey source, List<Edition> editions) {
        var found = new ArrayList<Edition>();
        for (var series : SERIES.getOrDefault(source, List.of())) {
            editions.stream()
                    .filter(each -> each.series() == series)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    /// The worst of its series; of a source without series, by its last success.
    private String freshness(SourceKey source, List<Edition> newest, @Nullable Long age) {
        if (!newest.isEmpty()) {
            var today = LocalDate.now(clock);
            return newest.stream()
                    .map(each -> each.series().freshness(each.asOf(), today))
                    .max(Comparator.naturalOrder())
                    .orElse(Freshness.DROPPED)
                    .name()
                    .toLowerCase(java.util.Locale.ROOT);
        }
        if (age == null) {
            return "none";
        }
        return age <= source.freshHours() ? "fresh" : "stale";
    }

    private static String coverage(List<Edition> newest) {
        return newest.stream()
                .map(each -> "%s %,d".formatted(each.period(), each.facts()))
                .reduce((some, more) -> some + ", " + more)
                .orElse("");
    }

    @GetMapping("/quotas")
    ItemsResponse<QuotaResponse> quotas() {
        var open = quotas.open();
        var all = new ArrayList<QuotaResponse>();
        var today = LocalDate.now(clock);
        for (var provider : providers.all()) {
            for (var window : provider.windows()) {
                all.add(
                        open.stream()
                                .filter(each ->
                                        each.source().equals(provider.quota())
                                                && each.window().equals(window.name()))
                                .findFirst()
                                .map(each -> quota(each, window))
                                .orElseGet(() -> unused(provider, window, today)));
            }
        }
        all.add(
                new QuotaResponse(
                        "instagram-hashtags",
                        "week",
                        today.minusDays(6),
                        hashtags.used(),
                        HashtagLedger.MOST,
                        false));
        return new ItemsResponse<>(all, null);
    }

    private static QuotaResponse quota(Quotas.Spent spent, Quotas.Window window) {
        return new QuotaResponse(
                spent.source(),
                spent.window(),
                spent.since(),
                spent.used(),
                window.limit(),
                spent.exhausted());
    }

    private static QuotaResponse unused(Outside provider, Quotas.Window window, LocalDate today) {
        var since = window.name().equals("month") ? today.withDayOfMonth(1) : today;
        return new QuotaResponse(provider.quota(), window.name(), since, 0, window.limit(), false);
    }

    @GetMapping("/preview")
    PreviewResponse preview(@RequestParam String source) {
        var key =
                SourceKey.find(source)
                        .orElseThrow(() ->
                                new InvalidRequest(
                                        FieldError.of("source", "field.collection.sources")));
        var preview = states.preview(key);
        return new PreviewResponse(key.key(), preview.takenAt(), preview.rows());
    }
}
