package kr.dangol.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DangolTest
class StaticFilesIT {

    @Autowired TestClient client;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/stores/42", "/reset-password?token=x", "/이벤트"})
    void aPageOfTheBrowsersRouterIsTheStartPage(String path) {
        var answer =
                client.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .get(path.replace("이벤트", "%EC%9D%B4%EB%B2%A4%ED%8A%B8"))
                        .expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("start page of the tests");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
        assertThat(answer.cookies().value("XSRF-TOKEN")).isNotEmpty();
    }

    @Test
    void whatIsNoPageIsNotFound() {
        client.with("Accept", "image/png").get("/no-such.png").expectProblem(404, "not-found");
        client.with("Accept", "text/html").get("/assets/no-such.js").expect(404);
        client.owner()
                .with("Accept", "text/html,*/*")
                .get("/api/no/such")
                .expectProblem(404, "not-found");
        client.with("Accept", "text/html,*/*").get("/actuator/no-such").expect(404);
        client.with("Accept", "text/html").post("/stores/42").expect(405);
    }

    @Test
    void hashedFilesMayBeKeptForever() {
        var answer = client.get("/assets/tests-4f3a.js").expect(200);
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/tests-4f3a.js", "/v3/api-docs"})
    void longAnswersAreCompressed(String path) {
        var answer = client.with("Accept-Encoding", "gzip").get(path).expect(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%2e%2e/application.yml", "/assets/..%2f..%2fapplication.yml"})
    void nothingOutsideTheFolderIsServed(String path) {
        var answer = client.get(path);
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("data-dir");
    }
}
