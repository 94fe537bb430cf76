package kr.dangol.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dangol.market.PublicFigures.Figure;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.DataFile;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Josa;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What public figures say about a trade, a place and a time. Nothing where there is no figure.
final class PublicSentences {

    /// Smaller changes are noise of how shops are counted.
    private static final double NOTABLE_CHANGE = 0.005;

    private static final double NOTABLE_PERCENT = 0.5;
    private static final int TOP = 3;

    /// Days off further away help nobody plan.
    private static final int DAYS_AHEAD = 30;

    /// Fewer say nothing.
    private static final int FEWEST_POSTS = 20;

    private static final Map<String, List<String>> MATCHES =
            DataFile.rows(PublicSentences.class, "public-subjects.csv").stream()
                    .collect(
                            Collectors.groupingBy(
                                    row -> row.get(0) + " " + row.get(1),
                                    Collectors.mapping(row -> row.get(2), Collectors.toList())));

    private final PublicFigures figures;

    PublicSentences(PublicFigures figures) {
        this.figures = figures;
    }

    /// How many such shops there are in the country.
    Optional<Sentence> national(Industry industry, BusinessType type) {
        return counted(industry, type)
                .flatMap(subject ->
                        stores(subject.codes(), null)
                                .map(now ->
                                        now.says(
                                                Josa.EUN_NEUN.after(subject.words())
                                                        + " 전국에 "
                                                        + Words.places((long) now.value())
                                                        + change(subject, null)
                                                        + ".")));
    }

    /// What is known about such shops in this place.
    List<Sentence> local(Industry industry, BusinessType type, @Nullable Region region) {
        if (region == null) {
            return List.of();
        }
        var sentences = new ArrayList<Sentence>();
        counted(industry, type).ifPresent(subject -> around(subject, region, sentences));
        yearOnYear(Series.SERVICE_OUTPUT, industry, region, "생산").ifPresent(sentences::add);
        yearOnYear(Series.REGIONAL_RETAIL, industry, region, "판매").ifPresent(sentences::add);
        if (region.city().equals("서울")) {
            seoul(type).ifPresent(sentences::add);
        }
        return sentences;
    }

    /// Days off ahead, and what people buy in this month.
    List<Sentence> season(BusinessType type, LocalDate date) {
        var sentences = new ArrayList<Sentence>();
        dayOff(date).ifPresent(sentences::add);
        goods(type, date).ifPresent(sentences::add);
        posts(Series.BLOG_POSTS, "블로그 글").ifPresent(sentences::add);
        posts(Series.HASHTAG_POSTS, "인스타그램 글").ifPresent(sentences::add);
        return sentences;
    }

    private record Subject(String words, List<String> codes) {}

    private static Optional<Subject> counted(Industry industry, BusinessType type) {
        var exact = BusinessTypes.publicCodes(type);
        if (!exact.isEmpty() && type.industry() == industry) {
            return Optional.of(new Subject(type.name(), exact));
        }
        return BusinessTypes.tradeClass(type)
                .filter(each -> each.industry() == industry)
                .map(each -> new Subject(IndustryTrend.subject(type, each), List.of(each.code())));
    }

    /// Null-safe sum over the codes of a type; the figure of the first carries period and age.
    private Optional<Figure> stores(List<String> codes, @Nullable Region region) {
        return at(codes, region, 0);
    }

    private Optional<Figure> at(List<String> codes, @Nullable Region region, int edition) {
        var found =
                codes.stream()
                        .map(code -> figures.of(Series.STORES, code, region))
                        .filter(all -> all.size() > edition)
                        .map(all -> all.get(edition))
                        .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var sum = found.stream().mapToDouble(Figure::value).sum();
        var first = found.getFirst();
        return Optional.of(
                new Figure(first.series(), first.period(), first.asOf(), sum, first.stale()));
    }

    private String change(Subject subject, @Nullable Region region) {
        var now = stores(subject.codes(), region);
        var before = at(subject.codes(), region, 1);
        if (now.isEmpty() || before.isEmpty()) {
            return region == null ? "이에요" : " 있어요";
        }
        var link = region == null ? "이고, 지난 분기" : " 있고, 지난 분기";
        var more = Math.round(now.get().value() - before.get().value());
        if (Math.abs(more) <= before.get().value() * NOTABLE_CHANGE) {
            return link + "와 비슷해요";
        }
        return link + "보다 " + Words.places(Math.abs(more)) + (more > 0 ? " 늘었어요" : " 줄었어요");
    }

    private void around(Subject subject, Region region, List<Sentence> sentences) {
        var here = stores(subject.codes(), region);
        if (here.isEmpty()) {
            return;
        }
        var name = Objects.requireNonNullElse(region.district(), region.city());
        sentences.add(
                here.get()
                        .says(
                                name
                                        + "에는 "
                                        + Josa.I_GA.after(subject.words())
                                        + " "
                                        + Words.places((long) here.get().value())
                                        + change(subject, region)
                                        + "."));
        standing(subject, region, here.get()).ifPresent(sentences::add);
    }

    /// Where the most of them are is worth knowing; the middle of the field is not.
    private Optional<Sentence> standing(Subject subject, Region region, Figure here) {
        if (region.district() == null || region.district().contains(" ")) {
            return Optional.empty();
        }
        var ranked =
                Regions.all().stream()
                        .filter(each -> each.city().equals(region.city()))
                        .filter(each -> each.district() != null && !each.district().contains(" "))
                        .filter(each -> stores(subject.codes(), each).isPresent())
                        .sorted(
                                Comparator.comparingDouble((Region each) ->
                                        -stores(subject.codes(), each).orElseThrow().value()))
                        .toList();
        var rank = ranked.indexOf(region) + 1;
        return rank == 0 || rank > TOP || ranked.size() < 2 * TOP
                ? Optional.empty()
                : Optional.of(
                        here.says(
                                region.city()
                                        + " 안에서 "
                                        + Josa.I_GA.after(subject.words())
                                        + " "
                                        + Words.ordinal(rank)
                                        + " 많은 곳이에요."));
    }

    private Optional<Sentence> yearOnYear(
            Series series, Industry industry, Region region, String what) {
        var city = new Region(region.city(), null);
        for (var subject : MATCHES.getOrDefault(series + " " + industry.label(), List.of())) {
            var now = figures.newest(series, subject, city);
            var then = figures.yearBefore(series, subject, city);
            if (now.isPresent() && then.isPresent() && then.get().value() > 0) {
                var percent = 100 * (now.get().value() / then.get().value() - 1);
                var whom = region.city() + " " + (subject.equals("총지수") ? "소매" : subject) + " ";
                return Optional.of(
                        now.get()
                                .says(
                                        whom
                                                + Josa.EUN_NEUN.after(what)
                                                + " "
                                                + quarter(now.get().period())
                                                + "에 한 해 전보다 "
                                                + percent(percent)
                                                + "."));
            }
        }
        return Optional.empty();
    }

    private static String percent(double percent) {
        if (Math.abs(percent) < NOTABLE_PERCENT) {
            return "거의 그대로예요";
        }
        var tenths = Math.round(Math.abs(percent) * 10);
        var rest = tenths % 10 == 0 ? "" : "." + tenths % 10;
        return tenths / 10 + rest + "% " + (percent > 0 ? "늘었어요" : "줄었어요");
    }

    private static String quarter(String period) {
        return period.substring(0, 4) + "년 " + Integer.parseInt(period.substring(4)) + "분기";
    }

    /// An average of estimates over 서울, never a shop's own sales.
    private Optional<Sentence> seoul(BusinessType type) {
        for (var subject :
                MATCHES.getOrDefault(Series.SEOUL_SALES + " " + type.name(), List.of())) {
            var sales = figures.newest(Series.SEOUL_SALES, subject, null);
            var weekend = figures.newest(Series.SEOUL_WEEKEND, subject, null);
            if (sales.isPresent()) {
                var share =
                        weekend.map(each -> ", 주말 비중은 " + Math.round(each.value()) + "%예요")
                                .orElse("이에요");
                return Optional.of(
                        sales.get()
                                .says(
                                        "서울 상권의 "
                                                + Josa.EUN_NEUN.after(subject)
                                                + " 점포당 분기 매출이 "
                                                + KoreanMoney.spoken(
                                                        Won.of(rounded(sales.get().value())))
                                                + "으로 추정되고"
                                                + share
                                                + "."));
            }
        }
        return Optional.empty();
    }

    private static long rounded(double won) {
        return Math.round(won / 100_000) * 100_000;
    }

    private Optional<Sentence> dayOff(LocalDate date) {
        for (var days = 0; days <= DAYS_AHEAD; days++) {
            var day = date.plusDays(days);
            var found = figures.newest(Series.HOLIDAYS, day.toString(), null);
            if (found.isPresent()) {
                var weekday = "월화수목금토일".charAt(day.getDayOfWeek().getValue() - 1);
                return Optional.of(
                        found.get()
                                .says(
                                        Words.day(day)
                                                + "("
                                                + weekday
                                                + ")은 쉬는 날이라 손님 흐름이 평소와 달라요."));
            }
        }
        return Optional.empty();
    }

    /// What was bought in this month of the last year, against its average month.
    private Optional<Sentence> goods(BusinessType type, LocalDate date) {
        for (var subject :
                MATCHES.getOrDefault(Series.RETAIL_GOODS + " " + type.name(), List.of())) {
            var year = figures.of(Series.RETAIL_GOODS, subject, null).stream().limit(12).toList();
            var month = "%02d".formatted(date.getMonthValue());
            var then = year.stream().filter(each -> each.period().endsWith(month)).findFirst();
            if (year.size() == 12 && then.isPresent()) {
                var usual = year.stream().mapToDouble(Figure::value).average().orElseThrow();
                var percent = 100 * (then.get().value() / usual - 1);
                return Optional.of(
                        then.get()
                                // A month of last year is as current as the series is.
                                .asCurrentAs(year.getFirst())
                                .says(
                                        Josa.EUN_NEUN.after(subject)
                                                + " 지난해 "
                                                + date.getMonthValue()
                                                + "월에 한 해 평균"
                                                + aboveAverage(percent)
                                                + "."));
            }
        }
        return Optional.empty();
    }

    /// How much others talk about events now, by the words most written about.
    private Optional<Sentence> posts(Series series, String what) {
        return figures.subjects(series).stream()
                .flatMap(subject ->
                        figures.newest(series, subject, null).stream()
                                .map(figure -> new Talk(subject, figure)))
                .max(Comparator.comparingDouble(each -> each.figure().value()))
                .filter(each -> each.figure().value() >= FEWEST_POSTS)
                .map(each ->
                        each.figure()
                                .says(
                                        "지난 한 주에 ‘"
                                                + each.subject()
                                                + "’ "
                                                + Josa.I_GA.after(what)
                                                + " "
                                                + Words.grouped((long) each.figure().value())
                                                + "건 보였어요."));
    }

    private record Talk(String subject, Figure figure) {}

    private static String aboveAverage(double percent) {
        if (Math.abs(percent) < 3) {
            return "만큼 팔렸어요";
        }
        return "보다 " + Math.round(Math.abs(percent)) + "% " + (percent > 0 ? "더" : "덜") + " 팔렸어요";
    }
}
