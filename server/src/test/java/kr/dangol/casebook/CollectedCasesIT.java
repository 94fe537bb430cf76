package kr.dangol.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.dangol.casebook.CollectedCases.Outcome;
import kr.dangol.casebook.CollectedCases.Verdict;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Season;
import kr.dangol.testing.DangolTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DangolTest
class CollectedCasesIT {

    private static final String TITLE = "늦가을 뜨개질 모임 초대 이벤트";
    private static final String HOW = "매장에 들러 방명록에 한 줄을 남기고 도장을 찍어요";

    @Autowired CollectedCases cases;
    @Autowired Casebook casebook;
    @Autowired JdbcClient jdbc;

    private final UUID run = UUID.randomUUID();
    private final String link = "https://blog.example.com/" + run;

    @Test
    void storesACaseCleanedWithItsSource() {
        var verdicts = cases.store(run, List.of(aCase("★" + TITLE + "!!!", "아아 한 잔", null)));
        assertThat(verdicts).containsExactly(Verdict.stored());
        assertThat(stored())
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.title()).isEqualTo(TITLE + "!");
                    assertThat(stored.prize()).isEqualTo("아이스 아메리카노 1잔");
                    assertThat(stored.origin()).isEqualTo(Origin.COLLECTED);
                });
    }

    @Test
    void tellsTheSameCaseAndNearlyTheSameFromOthers() {
        var verdicts =
                cases.store(
                        run,
                        List.of(
                                aCase(TITLE + " 셋", "찻잔 받침", null),
                                aCase("*" + TITLE + " 셋*", "찻잔받침", null),
                                aCase(TITLE + " 셋!", "찻잔 받침대", null),
                                aCase(TITLE + " 셋", "저녁 식사권 두 장", null)));
        assertThat(verdicts)
                .extracting(Verdict::outcome)
                .containsExactly(
                        Outcome.STORED, Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.STORED);
        assertThat(verdicts.get(2).reason()).isEqualTo("거의 같은 사례가 이미 있어요.");
    }

    @Test
    void findsNearlyTheSameOfAnEarlierRun() {
        cases.store(run, List.of(aCase(TITLE + " 넷", "실뭉치 꾸러미", null)));
        var later = cases.store(UUID.randomUUID(), List.of(aCase(TITLE + " 넷", "실뭉치 꾸러미들", null)));
        assertThat(later).extracting(Verdict::outcome).containsExactly(Outcome.DUPLICATE);
        assertThat(stored()).hasSize(1);
    }

    /// What PostgreSQL does to unlogged tables when it crashed, and what an upgrade finds.
    @Test
    void findsNearlyTheSameAfterTheKeysWereLost() {
        cases.store(run, List.of(aCase(TITLE + " 일곱", "실뭉치 상자", null)));
        jdbc.sql("truncate casebook.wording_keys, casebook.wording_reach").update();
        var later = cases.store(UUID.randomUUID(), List.of(aCase(TITLE + " 일곱!", "실뭉치 상자들", null)));
        assertThat(later).extracting(Verdict::outcome).containsExactly(Outcome.DUPLICATE);
    }

    @Test
    void whatComesFromTheSamePlaceIsTheSame() {
        var first = aCase(TITLE + " 다섯", "담요", null);
        cases.store(run, List.of(first));
        var changed = with(first, "완전히 다른 제목의 여름 물총 놀이");
        assertThat(cases.store(run, List.of(changed)))
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.DUPLICATE);
    }

    @Test
    void refusesWhatCannotBeAndSaysWhy() {
        var verdicts =
                cases.store(run, List.of(aCase(" ★ ", "실", null), aCase(TITLE + " 여섯", "실", -300)));
        assertThat(verdicts)
                .extracting(Verdict::reason)
                .containsExactly("제목 칸이 비어 있어요.", "수익률이 있을 수 없는 값이에요.");
        assertThat(stored()).isEmpty();
    }

    private List<Precedent> stored() {
        var found = new ArrayList<Precedent>();
        casebook.changesSince(
                0,
                change -> {
                    if (change.precedent().source().equals(link)) {
                        found.add(change.precedent());
                    }
                });
        return found;
    }

    private static Precedent with(Precedent from, String title) {
        return new Precedent(
                from.id(),
                from.origin(),
                title,
                from.prize(),
                from.participation(),
                from.industry(),
                from.businessType(),
                null,
                null,
                from.season(),
                null,
                from.channel(),
                null,
                null,
                null,
                from.grade(),
                null,
                null,
                from.source());
    }

    private Precedent aCase(String title, String prize, @Nullable Integer roi) {
        return new Precedent(
                new PrecedentId(UUID.randomUUID()),
                Origin.COLLECTED,
                title,
                prize,
                HOW,
                Industry.FOOD,
                BusinessTypes.find("카페").orElseThrow(),
                null,
                null,
                Season.AUTUMN,
                null,
                Channel.OFFLINE,
                null,
                null,
                roi,
                Grade.NONE,
                null,
                null,
                link);
    }
}
