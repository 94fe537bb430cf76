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
                    Josa.EURO_RO.after(cases) + " 보면 온라인과 매장 이벤트의 성적이 비슷해서, 손이 덜 가는 쪽을 골라도 괜찮아요.");
            return;
        }
        var onlineWins = back(online) > back(offline);
        sentences.add(
                cases
                        + "에서는 쓴 돈 10만원당 추가 매출이 "
                        + (onlineWins ? "온라인 " : "매장 ")
                        + Words.returned((onlineWins ? online : offline).roi())
                        + ", "
                        + (onlineWins ? "매장 " : "온라인 ")
                        + Words.returned((onlineWins ? offline : online).roi())
                        + "으로 갈렸어요.");
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
        var usual = Math.max(1, 100 + figures.roi().middle());
        if (!Words.isNotable(back(best.getValue()) / usual)) {
            return;
        }
        sentences.add(
                whom
                        + " "
                        + Words.cases(figures)
                        + " 가운데 "
                        + Josa.EUL_REUL.after(best.getKey().label())
                        + " 내건 쪽이 쓴 돈 10만원당 추가 매출 "
                        + Words.returned(best.getValue().roi())
                        + "으로 가장 높았어요.");
    }

    private static void spread(String whom, Figures figures, List<String> sentences) {
        var people = figures.participants();
        sentences.add(
                whom
                        + " "
                        + Words.cases(figures)
                        + "의 절반은 한 번에 "
                        + Words.people(people.low())
                        + "에서 "
                        + Words.people(people.high())
                        + " 사이가 참여했고, 가운데값은 "
                        + Words.people(people.middle())
                        + "이에요.");
    }

    private static void cost(String whom, Figures figures, List<String> sentences) {
        var cost = figures.cost();
        sentences.add(
                whom
                        + " "
                        + Words.cases(figures)
                        + "의 절반은 "
                        + Words.range(cost.low(), cost.high())
                        + "을 들였고, 쓴 돈 10만원당 추가 매출은 보통 "
                        + Words.returned(figures.roi().middle())
                        + "이었어요.");
    }
}
