package kr.dangol.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dangol.market.CaseFigures.Scope;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.CommercialCalendar;
import kr.dangol.shared.DataFile;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Josa;
import kr.dangol.shared.Occasion;
import kr.dangol.shared.Season;

/// What is near in the commercial calendar when the event starts, what such a shop can make of it,
/// and what the case book shows for the season.
final class SeasonTrend {

    private static final String SOURCE = "단골 상업 달력";
    private static final int AHEAD_DAYS = 45;

    /// An occasion made for this kind of shop counts as much as one three weeks nearer.
    private static final int WORTH_OF_FIT = 21;

    /// Days of small weight give way to a great one a little later.
    private static final int LOSS_OF_SMALL = 10;

    private static final Set<String> SMALL =
            Set.of("동지", "정월 대보름", "단오", "로즈데이", "부부의 날", "스승의 날", "중복", "말복", "김장철");

    /// What ends within so few days is as good as over.
    private static final int LAST_DAYS = 4;

    private static final String EVERYBODY = "*";
    private static final Map<String, Map<String, String>> ADVICE = advice();

    private SeasonTrend() {}

    /// An occasion with what this shop can make of it; `rank` is lower the nearer and fitter.
    private record Chance(Occasion occasion, String advice, long rank) {}

    static Statement of(
            Industry industry,
            BusinessType type,
            LocalDate date,
            LocalDate today,
            CaseFigures cases,
            PublicSentences told) {
        var chances = chances(industry, type, date);
        var turn = type.name().hashCode() + date.getDayOfYear();
        var further = told.season(type, date);
        further.addAll(further(industry, chances, date, cases));
        return Sentence.best(occasions(chances, date, today, cases), further, turn)
                .orElseGet(() -> quiet(date, cases));
    }

    private static List<Chance> chances(Industry industry, BusinessType type, LocalDate date) {
        var shops = List.of(type.name(), industry.label(), EVERYBODY);
        var chances = new ArrayList<Chance>();
        for (var occasion : CommercialCalendar.upcoming(date, AHEAD_DAYS)) {
            var known = ADVICE.getOrDefault(occasion.name(), Map.of());
            for (int misfit = 0; misfit < shops.size(); misfit++) {
                var advice = known.get(shops.get(misfit));
                if (advice != null) {
                    var rank = (long) misfit * WORTH_OF_FIT + distance(occasion, date);
                    chances.add(new Chance(occasion, advice, rank));
                    break;
                }
            }
        }
        chances.sort(Comparator.comparingLong(Chance::rank));
        return chances;
    }

    private static long distance(Occasion occasion, LocalDate date) {
        var away = Math.max(0, ChronoUnit.DAYS.between(date, occasion.from()));
        var small = SMALL.contains(occasion.name()) ? LOSS_OF_SMALL : 0;
        var over =
                occasion.from().isBefore(date.minusDays(LAST_DAYS))
                        && occasion.to().isBefore(date.plusDays(LAST_DAYS));
        return away + small + (over ? 2 * WORTH_OF_FIT : 0);
    }

    /// The best chance only: the turn varies what is said beside it, not what is fitting.
    private static List<Sentence> occasions(
            List<Chance> chances, LocalDate date, LocalDate today, CaseFigures cases) {
        return chances.stream()
                .limit(1)
                .map(each -> lead(each.occasion(), date, today) + " " + each.advice() + ".")
                .map(text -> new Sentence(text, SOURCE, cases.asOf()))
                .toList();
    }

    private static String lead(Occasion occasion, LocalDate date, LocalDate today) {
        var name = occasion.name();
        var days = ChronoUnit.DAYS.between(date, occasion.from());
        var lasts = !occasion.from().equals(occasion.to());
        if (days < 0) {
            return Words.day(occasion.to()) + "까지 " + Josa.IEYO_YEYO.after(name) + ".";
        }
        if (days == 0) {
            return lasts
                    ? "시작하는 날부터 " + Josa.IEYO_YEYO.after(name) + "."
                    : "시작하는 날이 바로 " + Josa.IEYO_YEYO.after(name) + ".";
        }
        return date.equals(today)
                ? name + "까지 " + days + "일 남았어요."
                : Words.day(date) + "에 시작하면 " + name + "까지 " + days + "일이 남아요.";
    }

    private static List<Sentence> further(
            Industry industry, List<Chance> chances, LocalDate date, CaseFigures cases) {
        var sentences = new ArrayList<>(pattern(industry, Season.of(date), cases));
        (chances.isEmpty() ? Optional.<String>empty() : next(chances))
                .map(text -> new Sentence(text, SOURCE, cases.asOf()))
                .ifPresent(sentences::add);
        return sentences;
    }

    private static List<Sentence> pattern(Industry industry, Season season, CaseFigures cases) {
        var year = cases.find(Scope.of(industry));
        var now = cases.find(Scope.of(industry).during(season));
        if (year.isEmpty()) {
            return List.of();
        }
        if (now.isEmpty()) {
            return List.of(
                    new Sentence(
                            thin(industry, season, year.get()), CaseFigures.SOURCE, cases.asOf()));
        }
        var whom = season.label() + " " + Words.industry(industry);
        return Stream.concat(
                        Stream.of(
                                people(whom, now.get(), year.get()),
                                returns(whom, now.get(), year.get())),
                        CaseSentences.parts(whom, now.get()).stream())
                .map(text -> new Sentence(text, CaseFigures.SOURCE, cases.asOf()))
                .toList();
    }

    private static String thin(Industry industry, Season season, Figures year) {
        var name = Words.industry(industry);
        return season.label()
                + " "
                + name
                + " 사례는 아직 적어요. 한 해 전체 "
                + Words.cases(year)
                + "에서는 한 번에 보통 "
                + Words.people(year.participants().middle())
                + "이 참여했어요.";
    }

    private static String people(String whom, Figures now, Figures year) {
        var here = now.participants().middle();
        var all = year.participants().middle();
        return whom
                + " "
                + Words.cases(now)
                + "의 참여자는 보통 "
                + Words.people(here)
                + "으로, "
                + Words.compared(here, all, "한 해 전체(" + Words.people(all) + ")", "많아요", "적어요")
                + ".";
    }

    private static String returns(String whom, Figures now, Figures year) {
        var here = now.roi().middle();
        var all = year.roi().middle();
        return whom
                + " "
                + Words.cases(now)
                + "에서는 쓴 돈 10만원당 추가 매출이 보통 "
                + Words.returned(here)
                + "으로, "
                + Words.compared(
                        100 + here, 100 + all, "한 해 전체(" + Words.returned(all) + ")", "높아요", "낮아요")
                + ".";
    }

    /// Another chance after the best one, near enough to be tied to it.
    private static Optional<String> next(List<Chance> chances) {
        var best = chances.getFirst().occasion();
        return chances.stream()
                .map(Chance::occasion)
                .filter(each -> each.from().isAfter(best.from()) && !SMALL.contains(each.name()))
                .findFirst()
                .map(each ->
                        "이어서 "
                                + Words.day(each.from())
                                + (each.from().equals(each.to()) ? " " : "부터 ")
                                + each.name()
                                + "도 있으니, 쿠폰을 그때까지 쓰게 엮으면 한 번 더 오게 할 수 있어요.");
    }

    /// Hardly reachable: the calendar has something for everybody within forty days of any date.
    private static Statement quiet(LocalDate date, CaseFigures cases) {
        return new Statement(
                Words.day(date) + " 무렵에는 큰 기념일이 없어서, 우리 가게만의 날을 정해 단골에게 알리기 좋은 때예요.",
                SOURCE,
                cases.asOf());
    }

    private static Map<String, Map<String, String>> advice() {
        var advice = new HashMap<String, Map<String, String>>();
        for (var row : DataFile.rows(SeasonTrend.class, "occasion-advice.csv")) {
            var forShops = advice.computeIfAbsent(row.get(0), _ -> new HashMap<>());
            DataFile.parts(row.get(1)).forEach(shop -> forShops.put(shop, row.get(2)));
        }
        return advice;
    }
}
