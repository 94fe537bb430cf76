package kr.dangol.recommendation.claude;

import java.util.List;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.PlanDraft.CostItem;
import kr.dangol.recommendation.planning.PlanDraft.Kit;
import kr.dangol.recommendation.planning.PlanDraft.Step;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Josa;
import kr.dangol.shared.Won;

/// What makes a plan of the model run tomorrow. The model is not asked for it, since every token it
/// writes is time an owner waits: the sums follow from the plan, and the three steps are the same
/// for every event.
final class WrittenKit {

    private WrittenKit() {}

    static Kit of(WrittenPlan plan, Channel channel) {
        return new Kit(costItems(plan, channel), steps(plan, channel), script(plan));
    }

    private static List<CostItem> costItems(WrittenPlan plan, Channel channel) {
        var prizes = Math.min(plan.cost(), plan.unitPrice() * plan.winners());
        var name = plan.winners() == 0 ? plan.prize() : plan.prize() + " × " + plan.winners();
        var rest = plan.cost() - prizes;
        // Telling people is the larger part of what is left; rounded as people would.
        var telling = rest * 6 / 10 / 1_000 * 1_000;
        return Stream.of(
                        new CostItem(name, Won.of(prizes)),
                        new CostItem(
                                channel == Channel.ONLINE ? "온라인 홍보" : "전단과 안내판", Won.of(telling)),
                        new CostItem("준비와 운영", Won.of(rest - telling)))
                .filter(item -> item.amount().amount() > 0)
                .toList();
    }

    private static List<Step> steps(WrittenPlan plan, Channel channel) {
        return List.of(
                new Step(-3, Josa.EUL_REUL.after(plan.prize()) + " 준비하고, 참여 방법을 한 장에 적어요."),
                new Step(
                        0,
                        channel == Channel.ONLINE
                                ? "소식을 올리고, 매장에도 같은 안내를 붙여요."
                                : "문 앞과 계산대에 안내를 붙이고 시작해요."),
                new Step(plan.days() - 1, "참여한 분 수와 쓴 돈을 적어 두고 마감해요."));
    }

    private static String script(WrittenPlan plan) {
        return "지금 ‘%s’ 하고 있어요. %s 받아 가시는 방법 알려 드릴까요?".formatted(plan.title(), plan.prize());
    }
}
