package kr.dangol.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kr.dangol.testing.Browser;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;

@DangolTest
@TestPropertySource(
        properties = {
            "dangol.demo=true",
            "dangol.admin.email=boss@example.com",
            "dangol.admin.password=the first operator"
        })
class DemoAndFirstOperatorIT {

    private static final DefaultApplicationArguments NONE = new DefaultApplicationArguments();

    @Autowired TestClient client;
    @Autowired Membership membership;
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired kr.dangol.platform.Sessions sessions;
    @Autowired DemoAccounts demo;

    @Test
    void aVisitorEntersAsOwnerOrOperatorWithOneClick() {
        for (var role : List.of("OWNER", "OPERATOR")) {
            var browser = new Browser(client);
            var options = browser.get("/api/auth/options").expect(200);
            assertThat(options.json().get("demo").asBoolean()).isTrue();
            browser.post("/api/auth/demo", Map.of("role", role)).expect(200);
            var me = browser.get("/api/me").expect(200).json();
            assertThat(me.get("role").asString()).isEqualTo(role);
        }
    }

    @Test
    void aVisitorCannotTakeOrDeleteADemoAccount() {
        var browser = new Browser(client);
        browser.post("/api/auth/demo", Map.of("role", "OWNER")).expect(200);
        browser.put(
                        "/api/me/password",
                        Map.of("currentPassword", "guess", "newPassword", "mine from now on"))
                .expectInvalid("currentPassword");
        assertThat(demo.get(kr.dangol.platform.Role.OWNER)).isNotNull();
    }

    @Test
    void asksWhichRole() {
        client.post("/api/auth/demo", Map.of()).expectInvalid("role");
        client.post("/api/auth/demo", Map.of("role", "KING")).expectInvalid("role");
    }

    @Test
    void theFirstOperatorSignsInWithTheGivenPassword() {
        var browser = new Browser(client);
        browser.post(
                        "/api/auth/login",
                        Map.of("email", "boss@example.com", "password", "the first operator"))
                .expect(200);
        assertThat(browser.get("/api/me").json().get("role").asString()).isEqualTo("OPERATOR");
    }

    @Test
    void whoeverTookTheAddressBeforeLosesEveryWayIn() {
        var email = TestClient.freshEmail();
        var squatter = client.signedUp(email);
        startWith(email, "the real operator").run(NONE);

        squatter.get("/api/me").expect(401);
        signIn(email, TestClient.PASSWORD).expect(401);
        assertThat(signIn(email, "the real operator").expect(200).json().get("role").asString())
                .isEqualTo("OPERATOR");
    }

    @Test
    void aPasswordChangedLaterStaysChanged() {
        var email = TestClient.freshEmail();
        startWith(email, "the real operator").run(NONE);
        startWith(email, "another password").run(NONE);
        signIn(email, "the real operator").expect(200);
    }

    private FirstOperator startWith(String email, String password) {
        return new FirstOperator(membership, accounts, tokens, sessions, email, password);
    }

    private TestClient.Answer signIn(String email, String password) {
        return client.post("/api/auth/login", Map.of("email", email, "password", password));
    }
}
