package kr.dangol.recommendation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kr.dangol.recommendation.serving.AnswerResponse;
import kr.dangol.recommendation.serving.AnswerResponse.TrendSources;
import kr.dangol.recommendation.serving.AnswerResponse.TrendTexts;
import kr.dangol.recommendation.serving.Audience;
import kr.dangol.recommendation.serving.AudienceGone;
import kr.dangol.recommendation.serving.PlanResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An answer as server-sent events, written on the request's own thread as it grows. Every event
/// leaves at once. A client that went away shows in the next write, a heartbeat at the latest.
final class EventStream implements Audience {

    static final String MEDIA_TYPE = "text/event-stream";

    private final HttpServletResponse response;
    private final JsonMapper json;
    private boolean begun;

    EventStream(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    /// The client went away.
    static final class ClientGone extends AudienceGone {

        ClientGone(IOException cause) {
            super(cause);
        }
    }

    /// What there is before any plan.
    record Found(TrendTexts trends, TrendSources trendSources, int similarCases) {}

    /// What there is after all plans.
    record Done(
            Object id,
            AnswerResponse.Metadata metadata,
            TrendTexts trends,
            TrendSources trendSources,
            @Nullable String note) {}

    /// Whether anything was sent, so that the status can no longer tell of a failure.
    boolean hasBegun() {
        return begun;
    }

    @Override
    public void found(TrendTexts trends, TrendSources sources, int similarCases) {
        send("trends", new Found(trends, sources, similarCases));
    }

    @Override
    public void finished(PlanResponse plan) {
        send("plan", plan);
    }

    @Override
    public void stillWaiting() {
        write(": waiting\n\n");
    }

    void done(AnswerResponse answer) {
        var data = answer.data();
        send(
                "done",
                new Done(
                        data.id(),
                        answer.metadata(),
                        data.trends(),
                        data.trendSources(),
                        data.note()));
    }

    void failed(Object problem) {
        send("error", problem);
    }

    /// JSON escapes line breaks, so that one line holds it all.
    private void send(String event, Object data) {
        write("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    private void write(String text) {
        try {
            begin();
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (IOException e) {
            throw new ClientGone(e);
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Map.of(
                        "Cache-Control", "no-cache, no-store, no-transform",
                        // Tells nginx to pass events on as they come.
                        "X-Accel-Buffering", "no")
                .forEach(response::setHeader);
    }
}
