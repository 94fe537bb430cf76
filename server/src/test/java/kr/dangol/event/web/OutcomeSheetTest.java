package kr.dangol.event.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import kr.dangol.event.web.OutcomeSheet.Column;
import kr.dangol.platform.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeSheetTest {

    private static final Charset CP949 = Charset.forName("MS949");

    @Test
    void headsTheSheetInTheOwnersLanguage() {
        assertThat(OutcomeSheet.of(List.of(), Locale.KOREAN))
                .isEqualTo("\uFEFF이벤트 번호,이벤트 이름,시작하는 날,끝나는 날,참여 인원,쓴 돈,더 판 돈,수익률,센 방법,마감한 날\r\n");
        assertThat(OutcomeSheet.of(List.of(), Locale.ENGLISH))
                .isEqualTo(
                        "\uFEFFevent_id,title,start_date,end_date,participants,cost,revenue,roi,measured_by,completed_on\r\n");
    }

    @Test
    void readsEitherHeaderInAnyOrder() {
        for (var csv :
                List.of(
                        "메모,쓴돈,이벤트 번호,참여 인원\n-,30만원,a,180\n",
                        "cost,EVENT_ID,participants\n30만원,a,180\n")) {
            var line = OutcomeSheet.read(csv.getBytes(StandardCharsets.UTF_8)).getFirst();
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.text(Column.EVENT)).isEqualTo("a");
            assertThat(line.text(Column.COST)).isEqualTo("30만원");
            assertThat(line.text(Column.PARTICIPANTS)).isEqualTo("180");
            assertThat(line.text(Column.REVENUE)).isEmpty();
        }
    }

    @Test
    void readsWhatAKoreanSpreadsheetSaves() {
        var csv = "이벤트 번호,참여 인원,쓴 돈\r\na,12,30만원\r\nb\r\n".getBytes(CP949);
        var lines = OutcomeSheet.read(csv);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().text(Column.COST)).isEqualTo("30만원");
        assertThat(lines.get(1).text(Column.COST)).isEmpty();
    }

    @Test
    void callsAColumnAsTheSheetDoes() {
        var line =
                OutcomeSheet.read("이벤트 번호,참여인원,cost\na,,\n".getBytes(StandardCharsets.UTF_8))
                        .getFirst();
        assertThat(line.nameOf(Column.PARTICIPANTS)).isEqualTo("참여인원");
        assertThat(line.nameOf(Column.COST)).isEqualTo("cost");
        assertThat(Column.named("measuredBy")).contains(Column.MEASURED_BY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n1,2",
                "event_id,\"cost",
                "event_id,cost,쓴 돈,participants\n",
                "쓴 돈,참여 인원\n1,2"
            })
    void refusesWhatIsNoSheet(String csv) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> OutcomeSheet.read(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
