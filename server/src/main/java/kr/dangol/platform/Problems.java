package kr.dangol.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import kr.dangol.platform.Problem.FieldMessage;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Words a refusal in the reader's language and writes it where no controller can.
@Component
public class Problems {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Problems(MessageSource messages, LocaleResolver localeResolver, JsonMapper json) {
        this.messages = messages;
        this.locales = localeResolver;
        this.json = json;
    }

    public Problem of(Refusal refusal, HttpServletRequest request) {
        var locale = locales.resolveLocale(request);
        var errors =
                refusal.errors().stream()
                        .map(error ->
                                new FieldMessage(
                                        error.field(),
                                        text(error.messageKey(), error.arguments(), locale)))
                        .toList();
        return of(refusal.status(), refusal.code(), refusal.arguments(), errors, request);
    }

    /// A problem that is nobody's refusal: an HTTP status with our own code for it.
    public Problem of(
            int status,
            String code,
            List<Object> arguments,
            List<FieldMessage> errors,
            HttpServletRequest request) {
        var locale = locales.resolveLocale(request);
        return new Problem(
                "urn:dangol:problem:" + code,
                text("problem." + code + ".title", arguments, locale),
                status,
                text("problem." + code + ".detail", arguments, locale),
                path(request),
                code,
                errors.isEmpty() && status != 400 && status != 422 ? null : errors,
                false,
                MDC.get("traceId"));
    }

    /// The problem for a bare HTTP status.
    public Problem of(int status, HttpServletRequest request) {
        var code = codeOf(status);
        var worded = messages.getMessage("problem." + code + ".title", null, "", Locale.KOREAN);
        var shown = worded == null || worded.isEmpty() ? codeOf(status < 500 ? 400 : 500) : code;
        return of(status, shown, List.of(), List.of(), request);
    }

    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refusal.headers().forEach(response::setHeader);
        write(of(refusal, request), response);
    }

    public void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
        response.flushBuffer();
    }

    /// Our stable word for an HTTP status: `not-found`, `method-not-allowed` and so on.
    public static String codeOf(int status) {
        var known = HttpStatus.resolve(status);
        if (known == null) {
            return status < 500 ? "bad-request" : "internal-server-error";
        }
        return known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        return messages.getMessage(key, arguments.stream().map(Problems::plain).toArray(), locale);
    }

    /// An argument may be what the caller sent.
    private static Object plain(Object argument) {
        return argument instanceof String text ? KoreanText.clean(text) : argument;
    }

    private static String path(HttpServletRequest request) {
        @Nullable Object forwarded = request.getAttribute("jakarta.servlet.error.request_uri");
        return forwarded instanceof String original ? original : request.getRequestURI();
    }
}
