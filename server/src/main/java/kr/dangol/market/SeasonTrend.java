package kr.dangol.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int AHEAD_DAYS = 40;
    private static final int NEXT_AHEAD_DAYS = 70;

    /// An occasion made for this kind of shop counts as much as one two weeks nearer.
    private static final int WORTH_OF_FIT = 14;

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
            CaseFigures cases) {
        var chances = chances(industry, type, date);
        var turn = type.name().hashCode() + date.getDayOfYear();
        return Sentence.best(
                        occasions(chances, date, today, cases),
                        further(industry, chances, date, cases),
                        turn)
                .orElseGet(() -> quiet(date, cases));
    }

    private static List<Chance> chances(Industry industry, BusinessType type, LocalDate date) {
        var chances = new ArrayList<Chance>();
        for (var occasion : CommercialCalendar.upcoming(date, AHEAD_DAYS)) {
            var known = ADVICE.getOrDefault(occasion.name(), Map.of());
            var keys = List.of(type.name(), industry.label(), EVERYBODY);
            for (int misfit = 0; misfit < keys.size(); misfit++) {
                var advice = known.get(keys.get(misfit));
                if (advice != null) {
                    chances.add(
                            new Chance(
                                    occasion,
                                    advice,
                                    away(date, occasion) + (long) misfit * WORTH_OF_FIT));
                    break;
                }
            }
        }
        chances.sort(Comparator.comparingLong(Chance::rank));
        return chances;
    }

    private static long away(LocalDate date, Occasion occasion) {
        return Math.max(0, ChronoUnit.DAYS.between(date, occasion.from()));
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
        chances.stream()
                .limit(1)
                .flatMap(best -> next(best.occasion(), date).stream())
                .map(text -> new Sentence(text, SOURCE, cases.asOf()))
                .forEach(sentences::add);
        return sentences;
    }

    private static List<Sentence> pattern(Industry industry, Season season, CaseFigures cases) {
        var year = cases.find(Scope.of(industry));
        var now = cases.find(Scope.of(industry).during(season));
        if (year.isEmpty() || now.isEmpty()) {
            return List.of();
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
                + "에서는 쓴 돈 10만원당 매출이 보통 "
                + Words.returned(here)
                + "으로, "
                + Words.compared(
                        100 + here, 100 + all, "한 해 전체(" + Words.returned(all) + ")", "높아요", "낮아요")
                + ".";
    }

    private static Optional<String> next(Occasion best, LocalDate date) {
        return CommercialCalendar.upcoming(date, NEXT_AHEAD_DAYS).stream()
                .filter(each -> each.from().isAfter(best.from()) && each.from().isAfter(date))
                .filter(each -> ADVICE.containsKey(each.name()))
                .findFirst()
                .map(each ->
                        "그다음으로 "
                                + Words.day(each.from())
                                + " "
                                + Josa.I_GA.after(each.name())
                                + " 기다리고 있으니 이어지는 혜택으로 엮어 볼 만해요.");
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
