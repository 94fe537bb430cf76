package kr.dangol.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.Stream;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Problem;
import kr.dangol.platform.Problem.FieldMessage;
import kr.dangol.platform.Problems;
import kr.dangol.platform.Refusal;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/// Renders everything that goes wrong in a controller as a {@link Problem}.
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final MessageSource messages;

    ProblemAdvice(Problems problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refusal(Refusal refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        refusal.headers().forEach(headers::set);
        return answer(problems.of(refusal, request), headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            HttpMessageNotReadableException failure, HttpServletRequest request) {
        return refusal(JsonFaults.refusalFor(failure), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidBody(
            MethodArgumentNotValidException failure, HttpServletRequest request) {
        return invalid(messages(failure.getBindingResult()).toList(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidParameters(
            HandlerMethodValidationException failure, HttpServletRequest request) {
        var errors =
                failure.getParameterValidationResults().stream()
                        .flatMap(result ->
                                result instanceof BindingResult fields
                                        ? messages(fields)
                                        : result.getResolvableErrors().stream()
                                                .map(error ->
                                                        message(
                                                                result.getMethodParameter()
                                                                        .getParameterName(),
                                                                error)))
                        .toList();
        return invalid(errors, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> violated(
            ConstraintViolationException failure, HttpServletRequest request) {
        var errors =
                failure.getConstraintViolations().stream()
                        .map(each ->
                                new FieldMessage(
                                        each.getPropertyPath().toString(), each.getMessage()))
                        .toList();
        return invalid(errors, request);
    }

    /// An identifier that is none names nothing: 404. Any other parameter of a wrong type is 400.
    @ExceptionHandler
    ResponseEntity<Problem> wrongType(
            MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        if (failure.getCause() instanceof Refusal refusal) {
            return refusal(refusal, request);
        }
        if (failure.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(problems.of(404, request), HttpHeaders.EMPTY);
        }
        return refusal(
                new InvalidRequest(FieldError.of(failure.getName(), "field.invalid")), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(
            MissingServletRequestParameterException failure, HttpServletRequest request) {
        return required(failure.getParameterName(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(
            MissingServletRequestPartException failure, HttpServletRequest request) {
        return required(failure.getRequestPartName(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(
            MissingRequestHeaderException failure, HttpServletRequest request) {
        return required(failure.getHeaderName(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> multipart(MultipartException failure, HttpServletRequest request) {
        return Refusals.within(failure)
                .map(refusal -> refusal(refusal, request))
                .orElseGet(() -> answer(problems.of(400, request), HttpHeaders.EMPTY));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Problem> databaseAway(Exception failure, HttpServletRequest request) {
        log.warn("database away {}: {}", request.getRequestURI(), failure.getMessage());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return answer(problems.of(503, request), headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> timedOut(
            AsyncRequestTimeoutException failure, HttpServletRequest request) {
        return answer(problems.of(503, request), HttpHeaders.EMPTY);
    }

    /// The client went away; there is nobody to answer.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException failure) {
        log.debug("The client went away", failure);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Problem> anythingElse(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            var status = known.getStatusCode().value();
            return answer(problems.of(status, request), known.getHeaders());
        }
        var refusal = Refusals.within(failure);
        if (refusal.isPresent()) {
            return refusal(refusal.get(), request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(problems.of(500, request), HttpHeaders.EMPTY);
    }

    private ResponseEntity<Problem> required(String field, HttpServletRequest request) {
        return refusal(new InvalidRequest(FieldError.of(field, "field.required")), request);
    }

    private ResponseEntity<Problem> invalid(List<FieldMessage> errors, HttpServletRequest request) {
        return answer(
                problems.of(400, "validation", List.of(), errors, request), HttpHeaders.EMPTY);
    }

    private Stream<FieldMessage> messages(BindingResult fields) {
        return Stream.concat(
                fields.getFieldErrors().stream().map(error -> message(error.getField(), error)),
                fields.getGlobalErrors().stream().map(error -> message("", error)));
    }

    private FieldMessage message(@Nullable String field, MessageSourceResolvable error) {
        return new FieldMessage(
                field == null ? "" : field,
                messages.getMessage(error, LocaleContextHolder.getLocale()));
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
