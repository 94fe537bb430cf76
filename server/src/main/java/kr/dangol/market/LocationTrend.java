package kr.dangol.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.dangol.market.CaseFigures.Scope;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Josa;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// What the case book shows for a place, and what a shop there should know. Says openly when the
/// cases are too few, and then looks at a wider area.
final class LocationTrend {

    private static final String REFORM = "행정안전부 행정구역 개편";
    private static final Set<String> NEW_IN_INCHEON = Set.of("제물포구", "영종구", "서해구", "검단구");

    private LocationTrend() {}

    static Statement of(
            Industry industry,
            BusinessType type,
            @Nullable Region region,
            CaseFigures cases,
            PublicSentences told) {
        if (region == null) {
            return nowhere(industry, cases);
        }
        var turn = region.label().hashCode() + industry.ordinal();
        var figures = told.local(industry, type, region);
        var here = figures.isEmpty() ? local(industry, region, cases) : figures;
        return Sentence.best(shown(industry, region, cases), here, turn).orElseThrow();
    }

    private static Statement nowhere(Industry industry, CaseFigures cases) {
        var all = Words.industry(industry);
        var first =
                cases.find(Scope.of(industry))
                        .map(each ->
                                "가게 위치를 아직 몰라 전국 "
                                        + Josa.EURO_RO.after(all + " " + Words.cases(each))
                                        + " 봤어요. 한 번에 보통 "
                                        + Words.people(each.participants().middle())
                                        + "이 참여했어요.")
                        .orElse("가게 위치를 아직 모르고, 전국 " + all + " 사례도 아직 적어요.");
        var second = "주소를 넣어 주시면 가까운 지역의 사례와 견주어 다시 보여 드려요.";
        return Sentence.best(says(cases, first), says(cases, second), 0).orElseThrow();
    }

    private static List<Sentence> shown(Industry industry, Region region, CaseFigures cases) {
        var national = cases.find(Scope.of(industry));
        var own = cases.find(Scope.of(industry).in(region.city()));
        if (own.isPresent() && national.isPresent()) {
            return standing(industry, region.city(), own.get(), national.get(), cases);
        }
        return wider(industry, region, cases);
    }

    private static List<Sentence> standing(
            Industry industry, String city, Figures own, Figures national, CaseFigures cases) {
        var all = Words.industry(industry);
        var whom = city + " " + all;
        var texts = new ArrayList<String>();
        texts.add(people(whom, own, national));
        texts.add(returns(whom, own, national));
        texts.addAll(CaseSentences.parts(whom, own));
        return says(cases, texts.toArray(String[]::new));
    }

    private static String people(String whom, Figures own, Figures national) {
        var here = own.participants().middle();
        var all = national.participants().middle();
        return whom
                + " "
                + Words.cases(own)
                + "의 참여자는 한 번에 보통 "
                + Words.people(here)
                + "으로, "
                + Words.compared(here, all, "전국(" + Words.people(all) + ")", "많아요", "적어요")
                + ".";
    }

    private static String returns(String whom, Figures own, Figures national) {
        var here = own.roi().middle();
        var all = national.roi().middle();
        return whom
                + " "
                + Words.cases(own)
                + "에서는 쓴 돈 10만원당 추가 매출이 보통 "
                + Words.returned(here)
                + "으로, "
                + Words.compared(
                        100 + here, 100 + all, "전국(" + Words.returned(all) + ")", "높아요", "낮아요")
                + ".";
    }

    private static List<Sentence> wider(Industry industry, Region region, CaseFigures cases) {
        var all = Words.industry(industry);
        var area = Area.of(region.city()).map(Area::label);
        var near = area.flatMap(label -> cases.find(Scope.of(industry).in(label)));
        var found = near.or(() -> cases.find(Scope.of(industry)));
        if (found.isEmpty()) {
            return says(cases, region.label() + "에서 열린 " + all + " 행사는 사례집에 아직 쌓이지 않았어요.");
        }
        var whom = (near.isPresent() ? area.orElseThrow() : "전국") + " " + all;
        var thin = region.city() + " " + all + " 사례는 아직 적어서 ";
        var figures = found.get();
        return says(
                cases,
                thin
                        + Josa.EURO_RO.after(whom + " " + Words.cases(figures))
                        + " 넓혀 봤어요. 한 번에 보통 "
                        + Words.people(figures.participants().middle())
                        + "이 참여했어요.",
                thin
                        + Josa.EURO_RO.after(whom + " " + Words.cases(figures))
                        + " 넓혀 봤더니, 쓴 돈 10만원당 추가 매출은 보통 "
                        + Words.returned(figures.roi().middle())
                        + "이었어요.");
    }

    private static List<Sentence> local(Industry industry, Region region, CaseFigures cases) {
        var sentences = new ArrayList<Sentence>();
        district(industry, region, cases).ifPresent(sentences::add);
        renamed(region).ifPresent(each -> sentences.addFirst(each));
        return sentences;
    }

    private static Optional<Sentence> district(
            Industry industry, Region region, CaseFigures cases) {
        if (region.district() == null && !region.city().equals("세종")) {
            return says(cases, "시군구까지 알려 주시면 " + region.city() + " 안에서도 더 가까운 동네의 사례를 골라 보여 드려요.")
                    .stream()
                    .findFirst();
        }
        var own = cases.find(Scope.of(industry).in(region.label()));
        var text = own.map(each -> onlyHere(region, each)).orElseGet(() -> firstHere(region));
        return says(cases, text).stream().findFirst();
    }

    private static String onlyHere(Region region, Figures figures) {
        return name(region)
                + "만 따로 보면 "
                + Words.cases(figures)
                + "에서 한 번에 보통 "
                + Words.people(figures.participants().middle())
                + "이 참여했어요.";
    }

    private static String firstHere(Region region) {
        var texts =
                List.of(
                        "만 따로 볼 만큼 사례가 쌓이지는 않아서, 이번 결과를 남기면 동네 기준이 돼요.",
                        " 사례는 아직 몇 건 안 돼서, 마감 때 결과를 적어 두면 다음 예측이 또렷해져요.",
                        "의 기준은 이제부터 쌓여요. 이번 이벤트 결과가 그 첫 줄이 돼요.");
        return name(region) + texts.get(Math.floorMod(region.label().hashCode(), texts.size()));
    }

    private static String name(Region region) {
        var district = region.district();
        return district == null ? region.city() : district;
    }

    /// Where the name of the place changed in 2026, maps and flyers may still show the old one.
    private static Optional<Sentence> renamed(Region region) {
        var district = region.district();
        if (region.city().equals("전남광주")) {
            return reform(
                    LocalDate.of(2026, 7, 1),
                    "2026년 7월부터 주소가 전남광주통합특별시로 바뀌었으니 지도와 전단의 주소도 확인해 보세요.");
        }
        if (region.city().equals("인천") && NEW_IN_INCHEON.contains(String.valueOf(district))) {
            return reform(
                    LocalDate.of(2026, 7, 1),
                    "2026년 7월부터 주소가 인천 " + district + "로 바뀌었으니 지도와 전단의 주소도 확인해 보세요.");
        }
        if (district != null && district.startsWith("화성시 ")) {
            return reform(
                    LocalDate.of(2026, 2, 1),
                    "2026년 2월부터 주소에 " + district.substring(4) + "가 들어가니 지도와 전단의 주소도 확인해 보세요.");
        }
        return Optional.empty();
    }

    private static Optional<Sentence> reform(LocalDate since, String text) {
        return Optional.of(new Sentence(text, REFORM, since));
    }

    private static List<Sentence> says(CaseFigures cases, String... texts) {
        return Arrays.stream(texts)
                .map(text -> new Sentence(text, CaseFigures.SOURCE, cases.asOf()))
                .toList();
    }
}
