package kr.dangol.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.IdempotentAnswers;
import kr.dangol.platform.IdempotentAnswers.Answer;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.platform.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Makes POST with an `Idempotency-Key` safe to send again: the same key and body from the same
/// account gets the same answer, without anything being done twice. Only successes are kept, of
/// event streams those that came to their end. Uploads do not take part.
@Component
@Order(FilterOrder.IDEMPOTENCY)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final IdempotentAnswers answers;

    IdempotencyFilter(IdempotentAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || caller().isEmpty()
                || !hasJsonOrNoBody(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = caller().orElseThrow();
        var key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            throw new InvalidRequest(FieldError.of(HEADER, "field.invalid"));
        }
        var body = request.getInputStream().readAllBytes();
        var isStream = wantsStream(request);
        var digest = digest(request.getRequestURI(), isStream, body);
        if (!answers.claim(account, key, digest)) {
            repeat(account, key, digest, response);
        } else if (isStream) {
            streamAndKeep(account, key, new BufferedRequest(request, body), response, chain);
        } else {
            answerAndKeep(account, key, new BufferedRequest(request, body), response, chain);
        }
    }

    private void answerAndKeep(
            AccountId account,
            String key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var kept = false;
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, buffered);
            if (buffered.getStatus() < 300 && !request.isAsyncStarted()) {
                answers.keep(account, key, answer(buffered));
                kept = true;
            }
        } finally {
            if (!kept) {
                answers.release(account, key);
            }
            buffered.copyBodyToResponse();
        }
    }

    private void streamAndKeep(
            AccountId account,
            String key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var kept = false;
        var copied = new CopiedResponse(response);
        try {
            chain.doFilter(request, copied);
            if (copied.getStatus() < 300 && isWhole(copied.body())) {
                answers.keep(
                        account,
                        key,
                        new Answer(
                                copied.getStatus(), copied.getContentType(), null, copied.body()));
                kept = true;
            }
        } finally {
            if (!kept) {
                answers.release(account, key);
            }
        }
    }

    /// Every stream ends with `done` or `error`, unless its reader left before.
    private static boolean isWhole(byte[] stream) {
        var text = new String(stream, StandardCharsets.UTF_8);
        return text.startsWith("\n\nevent: done\n", text.lastIndexOf("\n\nevent: "));
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        return new Answer(
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getContentAsByteArray());
    }

    private void repeat(AccountId account, String key, byte[] digest, HttpServletResponse response)
            throws IOException {
        var entry = answers.find(account, key).orElseThrow(IdempotencyKeyRefused::inProgress);
        if (!MessageDigest.isEqual(entry.requestDigest(), digest)) {
            throw IdempotencyKeyRefused.reused();
        }
        var answer = entry.answer();
        if (answer == null) {
            throw IdempotencyKeyRefused.inProgress();
        }
        response.setStatus(answer.status());
        setIfPresent(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        setIfPresent(response, HttpHeaders.LOCATION, answer.location());
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body());
    }

    private static void setIfPresent(
            HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }

    private static Optional<AccountId> caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.caller().id())
                : Optional.empty();
    }

    private static boolean hasJsonOrNoBody(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static boolean wantsStream(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private static byte[] digest(String path, boolean isStream, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (isStream ? 1 : 0));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key cannot be used for this request.
    private static final class IdempotencyKeyRefused extends Refusal {

        private IdempotencyKeyRefused(int status, String code) {
            super(status, code);
        }

        static IdempotencyKeyRefused reused() {
            return new IdempotencyKeyRefused(422, "idempotency-key-reused");
        }

        static IdempotencyKeyRefused inProgress() {
            return new IdempotencyKeyRefused(409, "idempotency-key-in-progress");
        }
    }

    /// The answer as it goes out, with a copy of what went.
    private static final class CopiedResponse extends HttpServletResponseWrapper {

        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

        CopiedResponse(HttpServletResponse response) {
            super(response);
        }

        byte[] body() {
            return copy.toByteArray();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            var out = super.getOutputStream();
            return new ServletOutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    out.write(octet);
                    copy.write(octet);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    copy.write(bytes, offset, length);
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }

                @Override
                public boolean isReady() {
                    return out.isReady();
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException("The answer is written in one go");
                }
            };
        }
    }

    /// The request with its body in hand, which had to be read for the digest.
    private static final class BufferedRequest extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        BufferedRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    return body.read(buffer, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body is read in one go");
                }
            };
        }
    }
}
