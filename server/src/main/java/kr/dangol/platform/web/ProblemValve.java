package kr.dangol.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import kr.dangol.platform.Problem;
import kr.dangol.platform.Problems;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Answers requests that are no HTTP, or have an impossible address, in our form: the server
/// refuses them before the application sees them. Made by the server, so without our beans.
public final class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var problem = JSON.writeValueAsString(problem(status, request));
            response.getReporter().write(problem);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("The client did not wait for its {}", status, e);
        }
    }

    private static Problem problem(int status, Request request) {
        var texts = ResourceBundle.getBundle("messages", language(request));
        var known = "problem." + Problems.codeOf(status) + ".title";
        var code =
                texts.containsKey(known)
                        ? Problems.codeOf(status)
                        : Problems.codeOf(status < 500 ? 400 : 500);
        return new Problem(
                "urn:dangol:problem:" + code,
                texts.getString("problem." + code + ".title"),
                status,
                texts.getString("problem." + code + ".detail"),
                "about:blank",
                code,
                status == 400 ? List.of() : null,
                false,
                null);
    }

    private static Locale language(Request request) {
        var asked = request.getHeader("Accept-Language");
        return asked != null && asked.startsWith("en") ? Locale.ENGLISH : Locale.KOREAN;
    }
}
