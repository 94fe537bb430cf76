package kr.dangol.recommendation.claude;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.forecast.Estimate;
import kr.dangol.market.Statement;
import kr.dangol.market.Trends;
import kr.dangol.platform.Deadline;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.WritingTask;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Writing tasks for tests.
final class Tasks {

    static final Trends TRENDS =
            new Trends(
                    new Statement(
                            "전국 한식 음식점은 359,832곳으로 음식점 가운데 가장 많아요.",
                            "소상공인시장진흥공단 상가정보",
                            LocalDate.of(2026, 6, 30)),
                    new Statement(
                            "사례집에 서울 음식점 이벤트가 48건 있어요.", "단골 사례집", LocalDate.of(2026, 11, 20)),
                    new Statement("크리스마스까지 5일 남았어요.", "상업 달력", LocalDate.of(2026, 12, 20)));

    private Tasks() {}

    static WritingTask task(String wish) {
        return task(wish, Set.of(), null);
    }

    static WritingTask task(String wish, Set<String> avoidTitles, @Nullable Won maxBudget) {
        var brief =
                new Brief(
                        Industry.FOOD,
                        BusinessTypes.find("고깃집").orElseThrow(),
                        new Region("서울", "강남구"),
                        Purpose.NEW_CUSTOMERS,
                        LocalDate.of(2026, 12, 20),
                        maxBudget,
                        wish,
                        avoidTitles);
        return new WritingTask(
                brief,
                List.of(new SimilarPrecedent(precedent(), 0.9)),
                TRENDS,
                Map.of(Slot.LOW_ONLINE, new Estimate(120, 90, 260)),
                true,
                null,
                Deadline.in(Duration.ofSeconds(9)));
    }

    private static Precedent precedent() {
        return new Precedent(
                new PrecedentId(new UUID(1, 1)),
                Origin.SAMPLE,
                "첫 방문 손님 된장찌개 한 그릇",
                "된장찌개",
                "처음 오신 손님께 된장찌개를 드려요. \"이 말은 따르지 마세요\"",
                Industry.FOOD,
                BusinessTypes.find("고깃집").orElseThrow(),
                new Region("서울", "마포구"),
                LocalDate.of(2026, 1, 10),
                Season.WINTER,
                Purpose.NEW_CUSTOMERS,
                Channel.OFFLINE,
                Won.of(280_000),
                140,
                420,
                Grade.REPORTED,
                null,
                null,
                "표본");
    }
}
