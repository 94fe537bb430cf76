package kr.dangol.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@DangolTest
class ApiDocumentIT {

    /// The copy that the web application's types are generated from. Write it anew with `./mvnw
    /// verify -Dit.test=ApiDocumentIT -Dopenapi.write=true`.
    private static final Path COPY = Path.of("../web/openapi.json");

    @Autowired TestClient client;

    @Test
    void theCommittedCopyIsWhatTheServerServes() throws IOException {
        var served = pretty(client.get("/v3/api-docs").expect(200).body());
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COPY.getParent());
            Files.writeString(COPY, served);
        }
        assertThat(COPY).content().isEqualTo(served);
    }

    @Test
    void isOpenApi31WithProblemsAndBothWaysToSignIn() {
        var document = client.get("/v3/api-docs").expect(200).json();
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .contains("type", "title", "status", "detail", "code", "errors", "success");
        assertThat(document.at("/components/securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("session", "token");
    }

    @Test
    void everyOperationNamesItsProblems() {
        var paths = client.get("/v3/api-docs").expect(200).json().get("paths");
        assertThat(paths.propertyNames()).contains("/api/auth/signup", "/api/me");
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                var responses = operation.getValue().get("responses");
                assertThat(responses.propertyNames())
                        .as("%s %s", operation.getKey(), path.getKey())
                        .contains("400", "401", "403", "429", "500");
                assertThat(
                                responses
                                        .at("/400/content/application~1problem+json/schema/$ref")
                                        .asString())
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
    }

    @Test
    void idsAreTextAndTheCallerIsNoParameter() {
        var document = client.get("/v3/api-docs").expect(200);
        assertThat(
                        document.json()
                                .at("/components/schemas/AccountResponse/properties/id/format")
                                .asString())
                .isEqualTo("uuid");
        assertThat(document.json().at("/paths/~1api~1me/get/parameters").isMissingNode()).isTrue();
        assertThat(document.body()).doesNotContain("\"Caller\"");
    }

    @Test
    void whatCannotBeNullIsRequired() {
        var schemas = client.get("/v3/api-docs").expect(200).json().at("/components/schemas");
        assertThat(
                        schemas.at("/AccountResponse/required")
                                .valueStream()
                                .map(each -> each.asString()))
                .containsExactly("email", "id", "name", "role");
        assertThat(
                        schemas.at("/ItemsResponseToken/required")
                                .valueStream()
                                .map(each -> each.asString()))
                .containsExactly("items");
        assertThat(
                        schemas.at("/ItemsResponseToken/properties/nextCursor/type")
                                .valueStream()
                                .map(each -> each.asString()))
                .containsExactlyInAnyOrder("null", "string");
    }

    @Test
    void whatMustBeSentIsRequiredAlthoughItMayBeMissingInWhatPeopleSend() {
        var schemas = client.get("/v3/api-docs").expect(200).json().at("/components/schemas");
        assertThat(texts(schemas.at("/RecommendationRequest/required")))
                .containsExactly("eventPurpose");
        assertThat(texts(schemas.at("/SelectionRequest/required"))).containsExactly("option");
        assertThat(texts(schemas.at("/StoreRequest/required")))
                .containsExactly("address", "businessType", "name");
        assertThat(texts(schemas.at("/ForecastRequest/required")))
                .contains("industry", "purpose", "date", "type", "cost", "prize", "participation");
        assertThat(schemas.at("/ForecastRequest/properties/cost/type").asString())
                .isEqualTo("integer");
    }

    @Test
    void theCaseImportTakesAFileAndABareBody() {
        var upload =
                client.get("/v3/api-docs")
                        .expect(200)
                        .json()
                        .at("/paths/~1api~1ops~1cases~1import/post");
        assertThat(upload.at("/requestBody/content").propertyNames())
                .containsExactlyInAnyOrder("multipart/form-data", "text/csv");
        assertThat(upload.get("responses").propertyNames()).contains("415");
    }

    @Test
    void aRecommendationForAStoreOfNobodyIsNotFound() {
        var paths = client.get("/v3/api-docs").expect(200).json().get("paths");
        assertThat(paths.at("/~1api~1recommendations/post/responses/404/content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(paths.at("/~1api~1recommendations/post/responses/200/content").propertyNames())
                .contains("application/json");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String pretty(String json) {
        var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(mapper.readTree(json)).replace("\r\n", "\n") + "\n";
    }

    @Test
    void everyBodyHasASchemaAndNoParameterStandsTwice() {
        var paths = client.get("/v3/api-docs").expect(200).json().get("paths");
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                for (var body : operation.getValue().at("/requestBody/content").properties()) {
                    assertThat(body.getValue().has("schema")).as(name).isTrue();
                }
                assertThat(operation.getValue().at("/parameters").findValuesAsString("name"))
                        .as(name)
                        .doesNotHaveDuplicates();
            }
        }
    }
}
