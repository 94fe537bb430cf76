package kr.dangol.languagemodel.anthropic;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageDeltaUsage;
import com.anthropic.models.messages.RawMessageDeltaEvent;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import kr.dangol.languagemodel.ModelClient.Failure;
import kr.dangol.languagemodel.ModelClient.Reply;
import kr.dangol.languagemodel.anthropic.ClaudeClient.ListenerFailed;
import org.jspecify.annotations.Nullable;

/// What a stream has said so far. Kept by ourselves because the SDK's accumulator gives nothing
/// away before the last event, and a call cut at its deadline never has one.
final class Transcript {

    /// Bytes of Korean text in one token, about: for the estimate of a call that we cut.
    private static final int BYTES_PER_TOKEN = 3;

    private final Consumer<String> onText;
    private final long startedNanos = System.nanoTime();

    private @Nullable Duration firstToken;
    private @Nullable String requestId;
    private @Nullable String stopReason;
    private boolean ended;
    private boolean outputCounted;
    private long bytes;
    private long input;
    private long cacheWrite;
    private long cacheRead;
    private long output;

    Transcript(Consumer<String> onText) {
        this.onText = onText;
    }

    void requestId(@Nullable String id) {
        requestId = id;
    }

    boolean hasEnded() {
        return ended;
    }

    void add(RawMessageStreamEvent event) {
        event.messageStart().ifPresent(start -> begin(start.message()));
        event.contentBlockDelta()
                .flatMap(delta -> delta.delta().text())
                .ifPresent(text -> say(text.text()));
        event.messageDelta().ifPresent(this::conclude);
        ended |= event.isMessageStop();
    }

    Reply reply(@Nullable Failure failure) {
        return new Reply(stopReason, usage(), requestId, firstToken, failure);
    }

    private void begin(Message message) {
        var usage = message.usage();
        input = usage.inputTokens();
        cacheWrite = usage.cacheCreationInputTokens().orElse(0L);
        cacheRead = usage.cacheReadInputTokens().orElse(0L);
        output = usage.outputTokens();
    }

    private void say(String text) {
        if (firstToken == null) {
            firstToken = Duration.ofNanos(System.nanoTime() - startedNanos);
        }
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
        try {
            onText.accept(text);
        } catch (RuntimeException e) {
            throw new ListenerFailed(e);
        }
    }

    private void conclude(RawMessageDeltaEvent delta) {
        delta.delta().stopReason().ifPresent(reason -> stopReason = reason.asString());
        overwrite(delta.usage());
    }

    /// The counters are cumulative and some may be missing: what is there replaces what was.
    private void overwrite(MessageDeltaUsage usage) {
        usage.inputTokens().ifPresent(tokens -> input = tokens);
        usage.cacheCreationInputTokens().ifPresent(tokens -> cacheWrite = tokens);
        usage.cacheReadInputTokens().ifPresent(tokens -> cacheRead = tokens);
        output = usage.outputTokens();
        outputCounted = true;
    }

    private TokenUsage usage() {
        var isEstimated = !outputCounted && bytes > 0;
        var tokens = isEstimated ? Math.max(output, bytes / BYTES_PER_TOKEN) : output;
        return new TokenUsage(input, cacheWrite, cacheRead, tokens, isEstimated);
    }
}
