package kr.dangol.experiment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import kr.dangol.experiment.Experiment.Option;
import kr.dangol.experiment.Experiment.Status;
import kr.dangol.experiment.ExperimentResponse.ArmFigures;
import kr.dangol.experiment.ExperimentResponse.ArmResponse;
import kr.dangol.experiment.ExperimentResponse.DifferenceResponse;
import kr.dangol.experiment.ExperimentResponse.EffectResponse;
import kr.dangol.experiment.ExperimentResponse.GuardResponse;
import kr.dangol.experiment.ExperimentResponse.PlanResponse;
import kr.dangol.experiment.ExperimentResponse.PointResponse;
import kr.dangol.experiment.ExperimentResponse.RatioResponse;
import kr.dangol.experiment.ExperimentResponse.ResultResponse;
import kr.dangol.experiment.Judgement.Result;
import kr.dangol.experiment.statistics.DetectableEffect;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Puts an experiment into words and figures for an operator.
@Component
class ExperimentComposer {

    private static final double POWER = 0.8;

    /// Beyond, playing the rule out takes seconds, and what it finds is small anyway.
    private static final int MOST_SHOPS_TOLD = 2_000;

    private final Laboratory laboratory;
    private final Traffic traffic;
    private final MessageSource messages;
    private final Clock clock;
    private final Cache<Size, OptionalDouble> effects =
            Caffeine.newBuilder().maximumSize(1_000).build();

    ExperimentComposer(
            Laboratory laboratory, Traffic traffic, MessageSource messages, Clock clock) {
        this.laboratory = laboratory;
        this.traffic = traffic;
        this.messages = messages;
        this.clock = clock;
    }

    ExperimentResponse line(Experiment experiment) {
        return response(experiment, null, null);
    }

    ExperimentResponse whole(Experiment experiment) {
        var result =
                experiment.status() == Status.DRAFT
                        ? null
                        : result(experiment, laboratory.result(experiment));
        var plan = experiment.status() == Status.DRAFT ? plan(experiment) : null;
        return response(experiment, plan, result);
    }

    private ExperimentResponse response(
            Experiment experiment, @Nullable PlanResponse plan, @Nullable ResultResponse result) {
        return new ExperimentResponse(
                experiment.id().value(),
                experiment.name(),
                experiment.hypothesis(),
                experiment.measure().key(),
                (int) experiment.window().toDays(),
                experiment.status().key(),
                experiment.arms().stream().map(ExperimentComposer::arm).toList(),
                experiment.promotedArm(),
                time(experiment.createdAt()),
                experiment.startedAt() == null ? null : time(experiment.startedAt()),
                experiment.endedAt() == null ? null : time(experiment.endedAt()),
                plan,
                result);
    }

    private OffsetDateTime time(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static ArmResponse arm(Option option) {
        var writer = option.writer();
        return new ArmResponse(
                option.key(), writer.kind().key(), writer.promptVersion(), writer.model());
    }

    /// For as many shops as asked of late, and for twice and four times as many.
    private PlanResponse plan(Experiment experiment) {
        var recent = traffic.recent();
        var base =
                switch (experiment.measure()) {
                    case CHOICE_RATE -> recent.choiceRate();
                    case REGENERATE_RATE -> recent.regenerateRate();
                    case FORECAST_ERROR, OUTCOME -> Double.NaN;
                };
        var effects =
                Stream.of(1, 2, 4)
                        .map(times -> times * recent.shops())
                        .filter(shops -> shops > 0 && shops <= MOST_SHOPS_TOLD)
                        .map(shops -> effect(shops, base, experiment))
                        .toList();
        return new PlanResponse(recent.shops(), Double.isNaN(base) ? null : 100 * base, effects);
    }

    /// What the smallest difference depends on; the rate in whole percent.
    private record Size(int pairs, long basePercent, int challengers) {}

    private EffectResponse effect(int shops, double base, Experiment experiment) {
        var size =
                new Size(
                        shops / experiment.arms().size(),
                        Math.round(100 * (Double.isNaN(base) ? 0.5 : base)),
                        experiment.challengers().size());
        var found = effects.get(size, ExperimentComposer::played);
        return new EffectResponse(shops, points(found, experiment));
    }

    private static OptionalDouble played(Size size) {
        return DetectableEffect.of(
                size.pairs(),
                size.basePercent() / 100.0,
                Judgement.ALPHA / size.challengers(),
                POWER);
    }

    private static @Nullable Double points(OptionalDouble effect, Experiment experiment) {
        var scale = experiment.measure() == Measure.OUTCOME ? 500 : 100;
        return effect.isEmpty() ? null : rounded(scale * effect.getAsDouble());
    }

    private ResultResponse result(Experiment experiment, Result result) {
        return new ResultResponse(
                result.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                result.winner(),
                summary(result),
                rule(experiment),
                result.arms().stream()
                        .map(arm ->
                                new ArmFigures(
                                        arm.key(),
                                        arm.shops(),
                                        arm.counted(),
                                        arm.mean() == null ? null : rounded(arm.mean())))
                        .toList(),
                result.differences().stream().map(ExperimentComposer::difference).toList(),
                new RatioResponse(
                        rounded(result.ratio().evidence()),
                        result.ratio().alarmFrom(),
                        result.ratio().isAlarm()),
                result.guards().stream().map(ExperimentComposer::guard).toList());
    }

    private String summary(Result result) {
        var key = result.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return text("experiment.verdict." + key, result.winner() == null ? "" : result.winner());
    }

    private String rule(Experiment experiment) {
        var counts =
                experiment.measure().isOfEvents()
                        ? text("experiment.rule.events")
                        : text("experiment.rule.window", experiment.window().toDays());
        return counts
                + " "
                + text(
                        "experiment.rule",
                        rounded(100 * (1 - Judgement.ALPHA)),
                        experiment.challengers().size());
    }

    private static DifferenceResponse difference(Judgement.Difference difference) {
        return new DifferenceResponse(
                difference.arm(),
                difference.pairs(),
                rounded(difference.difference()),
                rounded(difference.low()),
                rounded(difference.high()),
                rounded(Math.min(difference.evidence(), 1e6)),
                difference.isDecided(),
                difference.isBetter(),
                difference.points().stream()
                        .map(point ->
                                new PointResponse(
                                        point.day(),
                                        point.pairs(),
                                        rounded(point.difference()),
                                        rounded(point.low()),
                                        rounded(point.high())))
                        .toList());
    }

    private static GuardResponse guard(Judgement.Guard guard) {
        return new GuardResponse(
                guard.arm(),
                guard.name(),
                rounded(guard.difference()),
                rounded(guard.low()),
                rounded(guard.high()),
                guard.tolerance(),
                guard.state().name().toLowerCase(Locale.ROOT));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(
                key, List.of(arguments).toArray(), LocaleContextHolder.getLocale());
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
