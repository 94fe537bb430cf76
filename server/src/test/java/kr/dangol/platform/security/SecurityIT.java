package kr.dangol.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kr.dangol.testing.Browser;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DangolTest
class SecurityIT {

    private static final Map<String, String> TOKEN = Map.of("name", "가게 프로그램");

    @Autowired TestClient client;

    @Test
    void withoutSessionOrTokenTheAnswerIs401BeforeCsrfIsLookedAt() {
        client.get("/api/me").expectProblem(401, "not-signed-in");
        client.post("/api/me/tokens", TOKEN).expectProblem(401, "not-signed-in");
        client.get("/api/ops/anything").expectProblem(401, "not-signed-in");
        client.get("/api/no/such/thing").expectProblem(401, "not-signed-in");
        new Browser(client).post("/api/me/tokens", TOKEN).expectProblem(401, "not-signed-in");
    }

    @Test
    void aBrowserSignsUpAndWorksWithCookieAndCsrfToken() {
        var browser = new Browser(client);
        browser.get("/api/auth/options").expect(200);
        assertThat(browser.has("XSRF-TOKEN")).isTrue();
        browser.post("/api/auth/signup", newMember()).expect(201);
        assertThat(browser.has("SESSION")).isTrue();
        browser.get("/api/me").expect(200);
        browser.post("/api/me/tokens", TOKEN).expect(201);
    }

    @Test
    void aSessionWithoutTheCsrfTokenMayReadButNotChange() {
        var browser = signedUp();
        browser.client().get("/api/me").expect(200);
        browser.client().post("/api/me/tokens", TOKEN).expectProblem(403, "csrf");
        browser.client()
                .with("X-XSRF-TOKEN", "guessed")
                .post("/api/me/tokens", TOKEN)
                .expectProblem(403, "csrf");
    }

    @Test
    void aBrowserAboutToSignInNeedsTheCsrfTokenAndAProgramDoesNot() {
        var browser = new Browser(client);
        browser.get("/api/auth/options").expect(200);
        browser.client().post("/api/auth/signup", newMember()).expectProblem(403, "csrf");
        client.with("Accept", "application/json").post("/api/auth/signup", newMember()).expect(201);
    }

    @Test
    void aBearerTokenNeedsNoCsrfTokenEvenBesideCookies() {
        var owner = client.owner();
        owner.post("/api/me/tokens", TOKEN).expect(201);
        owner.with("Cookie", "XSRF-TOKEN=anything").post("/api/me/tokens", TOKEN).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nobodys", "bearer dgl_x", "Bearer é"})
    void aTokenThatIsNobodysIsRefusedEverywhere(String header) {
        var program = client.with("Authorization", header);
        program.get("/api/me").expectProblem(401, "not-signed-in");
        program.get("/api/auth/options").expectProblem(401, "not-signed-in");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cookies = client.post("/api/auth/signup", newMember()).expect(201).cookies();
        var session =
                cookies.lines().stream().filter(line -> line.startsWith("SESSION=")).findFirst();
        assertThat(session.orElseThrow())
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void behindTlsTheCookiesAreSecure() {
        var cookies =
                client.with("X-Forwarded-Proto", "https")
                        .post("/api/auth/signup", newMember())
                        .expect(201)
                        .cookies();
        assertThat(cookies.lines()).isNotEmpty().allMatch(line -> line.contains("Secure"));
    }

    @Test
    void signingInMakesANewSession() {
        var member = newMember();
        var browser = new Browser(client);
        browser.post("/api/auth/signup", member).expect(201);
        var before = browser.client();
        browser.post(
                        "/api/auth/login",
                        Map.of("email", member.get("email"), "password", TestClient.PASSWORD))
                .expect(200);
        before.get("/api/me").expect(401);
        browser.get("/api/me").expect(200);
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = signedUp();
        var before = browser.client();
        browser.post("/api/auth/logout").expect(204);
        before.get("/api/me").expect(401);
        browser.post("/api/auth/logout").expect(204);
    }

    @Test
    void onlyOperatorsReachTheOperatorsSide() {
        client.owner().get("/api/ops/no-such-thing").expectProblem(403, "forbidden");
        client.operator().get("/api/ops/no-such-thing").expectProblem(404, "not-found");
    }

    @Test
    void healthAndMetricsAreForThisMachineAndOperators() {
        client.get("/actuator/health").expect(200);
        client.get("/actuator/health/liveness").expect(200);
        client.get("/actuator/health/readiness").expect(200);
        assertThat(client.get("/actuator/prometheus").expect(200).body()).contains("jvm_memory");

        var elsewhere = client.with("X-Forwarded-For", "203.0.113.7");
        elsewhere.get("/actuator/health").expect(401);
        elsewhere.get("/actuator/health/liveness").expect(200);
        assertThat(elsewhere.get("/actuator/health/readiness").expect(200).body())
                .isEqualTo("{\"status\":\"UP\"}");
        client.owner()
                .with("X-Forwarded-For", "203.0.113.7")
                .get("/actuator/prometheus")
                .expectProblem(403, "forbidden");
        client.operator()
                .with("X-Forwarded-For", "203.0.113.7")
                .get("/actuator/prometheus")
                .expect(200);
        client.get("/actuator/env").expect(404);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        var answer = client.get("/api/auth/options").expect(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Server")).isEmpty();
    }

    private Browser signedUp() {
        var browser = new Browser(client);
        browser.post("/api/auth/signup", newMember()).expect(201);
        return browser;
    }

    private static Map<String, Object> newMember() {
        return Map.of(
                "email",
                TestClient.freshEmail(),
                "password",
                TestClient.PASSWORD,
                "name",
                "김단골",
                "consents",
                List.of("terms", "privacy"));
    }
}
