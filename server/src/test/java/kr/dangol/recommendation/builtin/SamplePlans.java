package kr.dangol.recommendation.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.Slot;

/// Writes docs/sample-plans.md: plans for varied requests, to be read by people. Run with the path
/// to write, and optionally how many requests and which seed.
public final class SamplePlans {

    private SamplePlans() {}

    public static void main(String[] args) throws IOException {
        var count = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        var seed = args.length > 2 ? Long.parseLong(args[2]) : 20261122;
        var planner = new BuiltinPlanner();
        var page = Briefs.varied(85, seed).limit(85).skip(0).toList();
        var step = Math.max(1, page.size() / count);
        var text = new ArrayList<String>();
        text.add(
                """
                # 기본 추천이 쓴 기획안 예시

                언어 모델 없이 쓰는 기본 추천(`recommendation.builtin`)의 기획안이에요. 사람이 읽어 보고 고치려고 만든 쪽이라
                손으로 고치지 않아요. 다시 만들기: `./mvnw -q -pl server test -Dtest=SamplePlansTest -Dwrite.samples=true`
                """);
        for (var i = 0; i < count; i++) {
            text.add(section(page.get(i * step % page.size()), planner));
        }
        Files.writeString(Path.of(args[0]), String.join("\n", text));
    }

    private static String section(Brief brief, BuiltinPlanner planner) {
        var plans = new ArrayList<PlanDraft>();
        planner.write(brief, EnumSet.allOf(Slot.class), plans::add);
        return head(brief)
                + plans.stream().map(SamplePlans::plan).collect(Collectors.joining("\n"));
    }

    private static String head(Brief brief) {
        var region = brief.region();
        var limit = brief.maxBudget();
        return "## %s · %s · %s · %s%s%s%n%n"
                .formatted(
                        brief.businessType().name(),
                        brief.purpose().label(),
                        brief.startDate(),
                        region == null ? "지역 모름" : region.label(),
                        limit == null ? "" : " · 예산 " + KoreanMoney.spoken(limit),
                        brief.wish().isEmpty() ? "" : " · \"" + brief.wish() + "\"");
    }

    private static String plan(PlanDraft plan) {
        var winners = plan.winners();
        return """
        **%s** (%s, %s, %d일)
        - 경품: %s · %s
        - 참여: %s
        - 비용: %s
        - 할 일: %s
        - 계산대에서: "%s"
        """
                .formatted(
                        plan.title(),
                        plan.slot().key(),
                        KoreanMoney.spoken(plan.cost()),
                        plan.days(),
                        plan.prize(),
                        winners == null ? "참여한 모두" : winners + "명",
                        plan.participation(),
                        join(
                                plan.kit().costItems().stream()
                                        .map(item ->
                                                item.name()
                                                        + " ("
                                                        + KoreanMoney.spoken(item.amount())
                                                        + ")")
                                        .toList()),
                        plan.kit().steps().stream()
                                .map(step -> day(step.day()) + " " + step.text())
                                .collect(Collectors.joining(" / ")),
                        plan.kit().staffScript());
    }

    private static String day(int day) {
        return day == 0 ? "시작일" : day < 0 ? -day + "일 전" : day + 1 + "일째";
    }

    private static String join(List<String> parts) {
        return String.join(", ", parts);
    }
}
