package kr.dangol.platform.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kr.dangol.platform.Caller;
import kr.dangol.platform.Problem;
import kr.dangol.platform.Problems;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/// What the generated document cannot see in the controllers: who may call, and what goes wrong in
/// the same way everywhere.
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String SESSION = "session";
    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Dangol")
                                .version("1")
                                .description(
                                        "Event plans for small shop owners, with forecasts that rest"
                                                + " on real outcomes."))
                .servers(List.of(new Server().url("/")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        SESSION,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.APIKEY)
                                                .in(SecurityScheme.In.COOKIE)
                                                .name("SESSION")
                                                .description(
                                                        "Browsers. Changes need the XSRF-TOKEN"
                                                                + " cookie's value in X-XSRF-TOKEN."))
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("Programs.")));
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    GlobalOpenApiCustomizer problemSchema() {
        return document -> {
            var schemas = ModelConverters.getInstance(true).readAll(Problem.class);
            schemas.forEach(document.getComponents()::addSchemas);
            Objects.requireNonNull(schemas.get("Problem")).setExample(example());
        };
    }

    private static Map<String, Object> example() {
        return Map.of(
                "type", "urn:dangol:problem:validation",
                "title", "입력한 내용을 확인해 주세요",
                "status", 400,
                "detail", "표시된 항목을 고친 뒤 다시 보내 주세요.",
                "instance", "/api/stores",
                "code", "validation",
                "errors", List.of(Map.of("field", "name", "message", "값을 입력해 주세요.")),
                "success", false,
                "traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Bean
    GlobalOperationCustomizer everyOperation() {
        return (operation, handler) -> {
            var area = handler.getBeanType().getSimpleName().replaceAll("Controller$", "");
            operation.setTags(List.of(area.toLowerCase(Locale.ROOT)));
            operation.setOperationId(
                    uncapitalised(area) + capitalised(handler.getMethod().getName()));
            if (!isOpen(handler)) {
                operation.setSecurity(
                        List.of(
                                new SecurityRequirement().addList(SESSION),
                                new SecurityRequirement().addList(TOKEN)));
            }
            if (handler.hasMethodAnnotation(PostMapping.class)
                    && !isOpen(handler)
                    && !isUpload(handler)
                    && !hasIdempotencyKey(operation)) {
                operation.addParametersItem(idempotencyKey());
            }
            for (var status : refusals(handler)) {
                addRefusal(operation, status);
            }
            declaredRefusals(operation).forEach(status -> addRefusal(operation, status));
            return operation;
        };
    }

    private static List<Integer> refusals(HandlerMethod handler) {
        var statuses = new ArrayList<>(List.of(400, 401, 403, 406, 429, 500, 503));
        if (has(handler, PathVariable.class)) {
            statuses.add(404);
        }
        if (has(handler, RequestBody.class)) {
            statuses.addAll(List.of(413, 415));
        }
        if (has(handler, RequestPart.class)) {
            statuses.add(415);
        }
        if (handler.hasMethodAnnotation(PostMapping.class)) {
            statuses.addAll(List.of(409, 422));
        }
        if (handler.hasMethodAnnotation(PatchMapping.class)) {
            statuses.add(409);
        }
        return statuses;
    }

    /// Uploads take no key: what they store is recognised by itself when it comes again.
    private static boolean isUpload(HandlerMethod handler) {
        var mapping = handler.getMethodAnnotation(PostMapping.class);
        return mapping != null && mapping.consumes().length > 0;
    }

    /// What only this operation refuses with, named on its method.
    private static List<Integer> declaredRefusals(Operation operation) {
        return operation.getResponses().keySet().stream()
                .filter(status -> status.matches("4\\d\\d"))
                .map(Integer::valueOf)
                .toList();
    }

    private static boolean has(
            HandlerMethod handler, Class<? extends java.lang.annotation.Annotation> annotation) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(annotation)) {
                return true;
            }
        }
        return false;
    }

    private static void addRefusal(Operation operation, int status) {
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(status),
                        new ApiResponse()
                                .description(description(status))
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        Problem.MEDIA_TYPE,
                                                        new MediaType()
                                                                .schema(
                                                                        new Schema<>()
                                                                                .$ref(
                                                                                        "Problem")))));
    }

    private static String description(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? Problems.codeOf(status) : known.getReasonPhrase();
    }

    /// Two methods that read two media types share one operation.
    private static boolean hasIdempotencyKey(Operation operation) {
        var parameters = operation.getParameters();
        return parameters != null
                && parameters.stream().anyMatch(each -> IDEMPOTENCY_KEY.equals(each.getName()));
    }

    private static HeaderParameter idempotencyKey() {
        var key = new Schema<String>().maxLength(200);
        key.addType("string");
        var parameter = new HeaderParameter();
        parameter
                .name(IDEMPOTENCY_KEY)
                .description("The same key and body gets the same answer, for a day.")
                .required(false)
                .schema(key);
        return parameter;
    }

    private static boolean isOpen(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName().equals("AuthController");
    }

    private static String uncapitalised(String word) {
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
