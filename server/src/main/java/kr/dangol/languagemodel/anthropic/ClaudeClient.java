package kr.dangol.languagemodel.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.Timeout;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.anthropic.models.messages.ThinkingConfigBetweenTools;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.anthropic.models.messages.ThinkingConfigParam;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kr.dangol.languagemodel.LanguageModelProperties.ModelTuple;
import kr.dangol.languagemodel.LanguageModelProperties.Thinking;
import kr.dangol.languagemodel.ModelClient;
import kr.dangol.languagemodel.ModelRequest;
import org.jspecify.annotations.Nullable;

/// The Messages API with structured output, streamed. The SDK's own retries are off: they would
/// wait as long as the vendor asks, past any deadline of ours.
public final class ClaudeClient implements ModelClient, AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final AnthropicClient client;

    /// @param baseUrl all that stands before `/v1`, or null for the vendor's own address
    public ClaudeClient(String apiKey, @Nullable String baseUrl) {
        var builder =
                AnthropicOkHttpClient.builder().apiKey(apiKey).maxRetries(0).openTelemetry(false);
        if (baseUrl != null && !baseUrl.isBlank()) {
            builder.baseUrl(baseUrl);
        }
        client = builder.build();
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public Reply stream(
            ModelTuple model,
            ModelRequest request,
            Duration timeout,
            Duration stallAfter,
            Consumer<String> onText) {
        var transcript = new Transcript(onText);
        try (var response =
                client.messages()
                        .withRawResponse()
                        .createStreaming(params(model, request), options(timeout, stallAfter))) {
            transcript.requestId(first(response.headers().values("request-id")));
            try (var events = response.parse()) {
                events.stream().forEach(transcript::add);
            }
            return transcript.reply(transcript.hasEnded() ? null : brokenOff());
        } catch (ListenerFailed e) {
            return transcript.reply(failure(Failure.Kind.LISTENER, e));
        } catch (SseException e) {
            return transcript.reply(new Failure(Failure.Kind.SERVER, 200, null, detail(e)));
        } catch (AnthropicServiceException e) {
            transcript.requestId(e.requestId().orElse(null));
            return transcript.reply(refusedByStatus(e));
        } catch (AnthropicException e) {
            return transcript.reply(broken(e));
        }
    }

    static MessageCreateParams params(ModelTuple model, ModelRequest request) {
        return MessageCreateParams.builder()
                .model(model.id())
                .maxTokens(request.maxTokens())
                .thinking(thinking(model.thinking()))
                .systemOfTextBlockParams(
                        List.of(
                                TextBlockParam.builder()
                                        .text(request.system())
                                        .cacheControl(
                                                CacheControlEphemeral.builder()
                                                        .ttl(CacheControlEphemeral.Ttl.TTL_5M)
                                                        .build())
                                        .build()))
                .addUserMessage(request.user())
                .outputConfig(
                        OutputConfig.builder()
                                .effort(OutputConfig.Effort.of(model.effort()))
                                .format(JsonOutputFormat.of(schema(request)))
                                .build())
                .build();
    }

    /// The raw schema: one derived from a class would sort its keys and lose the order of the
    /// answer.
    private static JsonOutputFormat.Schema schema(ModelRequest request) {
        var schema = JsonOutputFormat.Schema.builder();
        request.schema()
                .forEach((key, value) -> schema.putAdditionalProperty(key, JsonValue.from(value)));
        return schema.build();
    }

    private static ThinkingConfigParam thinking(Thinking thinking) {
        return switch (thinking) {
            case DISABLED ->
                    ThinkingConfigParam.ofDisabled(ThinkingConfigDisabled.builder().build());
            case ADAPTIVE ->
                    ThinkingConfigParam.ofAdaptive(ThinkingConfigAdaptive.builder().build());
            case BETWEEN_TOOLS ->
                    ThinkingConfigParam.ofBetweenTools(
                            ThinkingConfigBetweenTools.builder().build());
        };
    }

    private static RequestOptions options(Duration timeout, Duration stallAfter) {
        return RequestOptions.builder()
                .timeout(
                        Timeout.builder()
                                .connect(shorter(CONNECT_TIMEOUT, timeout))
                                .read(shorter(stallAfter, timeout))
                                .request(timeout)
                                .build())
                .build();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Failure refusedByStatus(AnthropicServiceException e) {
        var status = e.statusCode();
        var kind =
                switch (status) {
                    case 401, 403 -> Failure.Kind.KEY;
                    case 402 -> Failure.Kind.BILLING;
                    case 429 -> Failure.Kind.RATE_LIMIT;
                    default -> status >= 500 ? Failure.Kind.SERVER : Failure.Kind.REQUEST;
                };
        return new Failure(kind, status, retryAfter(e), detail(e));
    }

    private static @Nullable Duration retryAfter(AnthropicServiceException e) {
        return Optional.ofNullable(first(e.headers().values("retry-after")))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    /// An input/output error. An interrupted thread is told apart by its flag or by the word the
    /// JDK uses for it; a time limit by the exception type OkHttp uses for both its kinds.
    private static Failure broken(AnthropicException e) {
        var cause = e.getCause();
        if (Thread.currentThread().isInterrupted()
                || cause != null && "Closed by interrupt".equals(cause.getMessage())) {
            return failure(Failure.Kind.INTERRUPTED, e);
        }
        var isTimeout = cause instanceof InterruptedIOException;
        return failure(isTimeout ? Failure.Kind.TIMEOUT : Failure.Kind.NETWORK, e);
    }

    private static Failure brokenOff() {
        return new Failure(Failure.Kind.NETWORK, 200, null, "the stream ended before message_stop");
    }

    private static Failure failure(Failure.Kind kind, Throwable e) {
        return new Failure(kind, 0, null, detail(e));
    }

    private static String detail(Throwable e) {
        var message = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        var text = e.getClass().getSimpleName() + ": " + message;
        return text.substring(0, Math.min(text.length(), 200));
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }

    /// A listener threw: closes the call without being mistaken for an error of the vendor.
    static final class ListenerFailed extends RuntimeException {
        ListenerFailed(RuntimeException cause) {
            super(cause);
        }
    }
}
