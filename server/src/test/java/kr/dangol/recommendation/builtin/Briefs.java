package kr.dangol.recommendation.builtin;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Briefs as real owners would give them, for tests.
final class Briefs {

    static final List<String> WISHES =
            List.of(
                    "",
                    "",
                    "",
                    "20대 손님이 더 왔으면 좋겠어요",
                    "가족 손님이 편하게 왔으면 해요",
                    "점심시간이 너무 한가해요",
                    "단골을 챙기고 싶어요",
                    "비 오는 날에도 손님이 오면 좋겠어요",
                    "배달 주문을 늘리고 싶어요",
                    "외국인 관광객이 많은 동네예요",
                    "주말에 아이와 오는 손님을 모으고 싶어요",
                    "배달은 안 해요. 포장 손님이 많았으면",
                    "인스타그램을 키우고 싶어요",
                    "이웃 가게랑 같이 해보고 싶어요",
                    "할인 말고 다른 걸 해보고 싶어요");

    private static final List<Region> REGIONS =
            List.of(
                    new Region("서울", "강남구"),
                    new Region("서울", "마포구"),
                    new Region("경기", "성남시 분당구"),
                    new Region("경기", "수원시 팔달구"),
                    new Region("부산", "해운대구"),
                    new Region("대구", "중구"),
                    new Region("인천", "연수구"),
                    new Region("전남광주", "북구"),
                    new Region("강원", "강릉시"),
                    new Region("제주", "제주시"),
                    new Region("충남", "천안시 서북구"));

    private static final List<@Nullable Long> LIMITS =
            java.util.Arrays.asList(null, null, null, null, 3_000_000L, 1_000_000L, 300_000L);

    private Briefs() {}

    static Brief of(BusinessType type, Purpose purpose, LocalDate date, String wish) {
        return new Brief(
                type.industry(),
                type,
                new Region("서울", "마포구"),
                purpose,
                date,
                null,
                wish,
                Set.of());
    }

    static Brief avoiding(Brief brief, Set<String> titles) {
        return new Brief(
                brief.industry(),
                brief.businessType(),
                brief.region(),
                brief.purpose(),
                brief.startDate(),
                brief.maxBudget(),
                brief.wish(),
                titles);
    }

    /// Every type and purpose, dates all over a year, all kinds of wishes and limits.
    static Stream<Brief> varied(int count, long seed) {
        var random = new SplittableRandom(seed);
        var types = BusinessTypes.all();
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var type = types.get(i % types.size());
                    var limit = LIMITS.get(random.nextInt(LIMITS.size()));
                    return new Brief(
                            type.industry(),
                            type,
                            REGIONS.get(random.nextInt(REGIONS.size())),
                            Purpose.values()[random.nextInt(4)],
                            LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)),
                            limit == null ? null : Won.of(limit),
                            WISHES.get(random.nextInt(WISHES.size())),
                            Set.of());
                });
    }
}
