package kr.dangol.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kr.dangol.intake.reading.LabelledTexts.Labelled;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Season;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {

    private static final double WANTED = 0.9;

    private final RuleReader reader = new RuleReader();

    @Test
    void isRightInNineOfTenFieldsItKeepsOfTextsItWasTunedOn() {
        assertPrecise(LabelledTexts.tuning());
    }

    @Test
    void isRightInNineOfTenFieldsItKeepsOfTextsNobodyTunedItOn() {
        assertPrecise(LabelledTexts.heldOut());
    }

    private void assertPrecise(List<Labelled> texts) {
        assertThat(texts).hasSizeGreaterThanOrEqualTo(60);
        var quality = ReadingQuality.of(reader, texts);
        assertThat(quality.fields())
                .allSatisfy((field, tally) ->
                        assertThat(tally.precision())
                                .describedAs("%s: %s", field, quality.mistakes())
                                .isGreaterThanOrEqualTo(WANTED));
        assertThat(quality.tally("event").recall()).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void keepsNothingThatTellsWhoWroteIt() {
        var read =
                only(
                        "김가람의 달빛미용실 오픈 이벤트! 원장 박초롱입니다. @moonlight.hair 팔로우하고 010-1234-5678로"
                                + " 예약하시면 박초롱 샴푸 증정. 서울 마포구 달빛미용실 moonlight.example.com");
        assertThat(read.title()).isEqualTo("오픈 이벤트");
        assertThat(read.prize()).isEqualTo("샴푸");
        assertThat(read.toString())
                .doesNotContain("가람", "초롱", "달빛", "moonlight", "1234", "example");
    }

    @Test
    void saysHowToTakePartInItsOwnWords() {
        var read = only("카페 댓글 이벤트! 팔로우하고 댓글로 소원을 적어주세요. 추첨해서 조각케이크를 드려요. 합정카페");
        assertThat(read.participation()).isEqualTo("인스타그램을 팔로우하고 댓글을 남겨요.");
        assertThat(read.channel()).isEqualTo(Channel.ONLINE);
    }

    @Test
    void aPromiseIsNoOutcome() {
        var read = only("카페 오픈 이벤트! 선착순 100명 방문 고객께 아메리카노 쿠폰을 드려요. 합정카페");
        assertThat(read.participants()).isNull();
        assertThat(read.cost()).isNull();
    }

    @Test
    void aDayThatIsStillToComeGivesTheSeasonOnly() {
        var read = only("카페 크리스마스 이벤트! 12/24 방문하시는 고객께 쿠키 증정. 합정카페");
        assertThat(read.date()).isNull();
        assertThat(read.season()).isEqualTo(Season.WINTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "이벤트",
                "🎉🎉🎉",
                "coffee event! follow and win",
                "카페 이벤트는 종료되었습니다. 방문해 주셔서 감사합니다. 쿠폰은 다음 달까지 쓸 수 있어요.",
                "그냥 카페에 다녀온 이야기입니다. 커피가 맛있었고 날씨도 좋았어요. 또 가고 싶어요."
            })
    void dropsWhatIsNoEventWithAReason(String text) {
        var reading = reader.read(List.of(text(text))).getFirst();
        assertThat(reading.cases()).isEmpty();
        assertThat(reading.dropped()).isNotBlank();
    }

    @Test
    void livesThroughWhateverATextHolds() {
        var strange = "이벤트 ".repeat(5_000) + "\\E(?<x>[ㄱ-ㅎ".repeat(200) + "\uD83C방문하시면 커피 증정";
        assertThat(reader.read(List.of(text(strange)))).hasSize(1);
    }

    private CandidateCase only(String text) {
        var reading = reader.read(List.of(text(text))).getFirst();
        assertThat(reading.cases()).describedAs(String.valueOf(reading.dropped())).hasSize(1);
        return reading.cases().getFirst();
    }

    private static CollectedText text(String text) {
        return new CollectedText(
                "x", "instagram", null, text, "https://example.com", LocalDate.of(2026, 11, 20));
    }
}
