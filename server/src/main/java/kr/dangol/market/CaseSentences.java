package kr.dangol.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kr.dangol.market.Figures.Part;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Josa;

/// What can be said about a group of past events.
final class CaseSentences {

    private CaseSentences() {}

    /// `whom` names the group, such as "고깃집".
    static List<String> about(String whom, Figures figures) {
        var sentences = parts(whom, figures);
        spread(whom, figures, sentences);
        cost(whom, figures, sentences);
        return sentences;
    }

    /// What sets the parts of the group apart.
    static List<String> parts(String whom, Figures figures) {
        var sentences = new ArrayList<String>();
        channels(whom, figures, sentences);
        prizes(whom, figures, sentences);
        return sentences;
    }

    private static void channels(String whom, Figures figures, List<String> sentences) {
        var online = figures.channels().get(Channel.ONLINE);
        var offline = figures.channels().get(Channel.OFFLINE);
        if (online == null || offline == null) {
            return;
        }
        var cases = whom + " " + Words.cases(figures);
        if (!Words.isNotable(back(online) / back(offline))) {
            sentences.add(
                    Josa.EURO_RO.after(cases)
                            + " 보면 온라인과 매장 행사의 성적이 비슷했어요(쓴 돈 10만원당 매출 "
                            + Words.returned(online.roi())
                            + " 대 "
                            + Words.returned(offline.roi())
                            + ").");
            return;
        }
        var onlineWins = back(online) > back(offline);
        sentences.add(
                cases
                        + (onlineWins ? "에서는 온라인 행사가 매장 행사보다" : "에서는 매장 행사가 온라인보다")
                        + " 쓴 돈에 비해 더 팔렸어요(10만원당 매출 "
                        + Words.returned((onlineWins ? online : offline).roi())
                        + " 대 "
                        + Words.returned((onlineWins ? offline : online).roi())
                        + ").");
    }

    private static double back(Part part) {
        return Math.max(1, 100 + part.roi());
    }

    private static void prizes(String whom, Figures figures, List<String> sentences) {
        if (figures.prizes().size() < 2) {
            return;
        }
        var byRoi =
                Comparator.comparingDouble(
                        (Map.Entry<PrizeKind, Part> each) -> back(each.getValue()));
        var best = figures.prizes().entrySet().stream().max(byRoi).orElseThrow();
        var least = figures.prizes().entrySet().stream().min(byRoi).orElseThrow();
        if (!Words.isNotable(back(best.getValue()) / back(least.getValue()))) {
            return;
        }
        sentences.add(
                whom
                        + " "
                        + Words.cases(figures)
                        + " 가운데 "
                        + Josa.EUL_REUL.after(best.getKey().label())
                        + " 내건 쪽이 가장 잘 돌아왔어요(쓴 돈 10만원당 매출 "
                        + Words.returned(best.getValue().roi())
                        + ", "
                        + Josa.EUN_NEUN.after(least.getKey().label())
                        + " "
                        + Words.returned(least.getValue().roi())
                        + ").");
    }

    private static void spread(String whom, Figures figures, List<String> sentences) {
        var people = figures.participants();
        sentences.add(
                whom
                        + " "
                        + Words.cases(figures)
                        + " 가운데 절반은 한 번에 "
                        + Words.people(people.low())
                        + "에서 "
                        + Words.people(people.high())
                        + "이 참여했고, 쓴 돈 10만원당 매출은 보통 "
                        + Words.returned(figures.roi().middle())
                        + "이었어요.");
    }

    private static void cost(String whom, Figures figures, List<String> sentences) {
        var cost = figures.cost();
        sentences.add(
                whom
                        + " "
                        + Words.cases(figures)
                        + "의 절반은 "
                        + Words.range(cost.low(), cost.high())
                        + "을 들였고, 참여자는 "
                        + Words.people(figures.participants().middle())
                        + " 안팎이 보통이었어요.");
    }
}
