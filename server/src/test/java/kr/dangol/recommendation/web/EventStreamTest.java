package kr.dangol.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import kr.dangol.recommendation.serving.AnswerResponse.TrendSource;
import kr.dangol.recommendation.serving.AnswerResponse.TrendSources;
import kr.dangol.recommendation.serving.AnswerResponse.TrendTexts;
import kr.dangol.recommendation.web.EventStream.ClientGone;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class EventStreamTest {

    private static final TrendSource SOURCE = new TrendSource("통계", LocalDate.of(2026, 11, 1));

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final EventStream stream = new EventStream(response, JsonMapper.shared());

    @Test
    void writesOneLineOfDataForEachEvent() throws Exception {
        stream.found(
                new TrendTexts("두 줄\n이야기", "지역", "계절"),
                new TrendSources(SOURCE, SOURCE, SOURCE),
                3);

        assertThat(response.getContentAsString())
                .startsWith("event: trends\ndata: {\"trends\":{\"industry\":\"두 줄\\n이야기\"")
                .endsWith("\"similarCases\":3}\n\n");
        assertThat(response.getContentType()).isEqualTo("text/event-stream;charset=UTF-8");
        assertThat(response.isCommitted()).isTrue();
    }

    @Test
    void keepsTheLineOpenWithComments() throws Exception {
        stream.stillWaiting();

        assertThat(response.getContentAsString()).isEqualTo(": waiting\n\n");
        assertThat(stream.hasBegun()).isTrue();
    }

    @Test
    void hasNotBegunBeforeTheFirstEvent() {
        assertThat(stream.hasBegun()).isFalse();
        assertThat(response.isCommitted()).isFalse();
    }

    @Test
    void endsAFailureWithItsProblem() throws Exception {
        stream.failed(Map.of("code", "answer-overdue"));

        assertThat(response.getContentAsString())
                .isEqualTo("event: error\ndata: {\"code\":\"answer-overdue\"}\n\n");
    }

    @Test
    void noticesAtTheNextHeartbeatThatTheClientLeft() {
        var broken = new EventStream(new BrokenPipe(), JsonMapper.shared());

        assertThatThrownBy(broken::stillWaiting).isInstanceOf(ClientGone.class);
    }

    private static final class BrokenPipe extends MockHttpServletResponse {

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}

                @Override
                public void write(int next) throws IOException {
                    throw new IOException("Broken pipe");
                }
            };
        }
    }
}
