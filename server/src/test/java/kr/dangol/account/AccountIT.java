package kr.dangol.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.dangol.testing.Browser;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.FakeMail;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DangolTest
class AccountIT {

    private static final String NEW_PASSWORD = "another good one";

    @Autowired TestClient client;
    @Autowired FakeMail mail;
    @Autowired JdbcClient jdbc;

    @Test
    void signsUpAndIsKnownByTheToken() {
        var email = TestClient.freshEmail();
        var me = client.signedUp(email).get("/api/me").expect(200).json();
        assertThat(me.propertyNames()).containsExactly("id", "email", "name", "role");
        assertThat(me.get("email").asString()).isEqualTo(email);
        assertThat(me.get("role").asString()).isEqualTo("OWNER");
        assertThat(me.get("id").asString()).hasSize(36);
    }

    @Test
    void recordsBothConsentsWithVersionAndTime() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        var consents =
                jdbc.sql(
                                """
                                select purpose from account.consent
                                join account.account on account.id = account_id
                                where email = :email and version <> '' and given_at is not null
                                order by purpose
                                """)
                        .param("email", email)
                        .query(String.class)
                        .list();
        assertThat(consents).containsExactly("privacy", "terms");
    }

    @Test
    void refusesASecondAccountForTheSameAddress() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        signUp(email.toUpperCase(Locale.ROOT), TestClient.PASSWORD, List.of("terms", "privacy"))
                .expectProblem(409, "email-taken");
    }

    @Test
    void asksForBothConsents() {
        signUp(TestClient.freshEmail(), TestClient.PASSWORD, List.of("terms"))
                .expectInvalid("consents");
        signUp(TestClient.freshEmail(), TestClient.PASSWORD, List.of()).expectInvalid("consents");
        signUp(TestClient.freshEmail(), TestClient.PASSWORD, List.of("terms", "spam"))
                .expectInvalid("consents[1]");
    }

    @Test
    void refusesAddressesAndPasswordsThatCannotBe() {
        signUp("no address", TestClient.PASSWORD, List.of("terms", "privacy"))
                .expectInvalid("email");
        signUp(TestClient.freshEmail(), "1234567", List.of("terms", "privacy"))
                .expectInvalid("password");
        signUp(TestClient.freshEmail(), "가".repeat(25), List.of("terms", "privacy"))
                .expectInvalid("password");
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownAddress() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        var wrong = signIn(email, "wrong password").expectProblem(401, "wrong-credentials");
        var unknown =
                signIn(TestClient.freshEmail(), "wrong password")
                        .expectProblem(401, "wrong-credentials");
        assertThat(unknown.json().get("detail")).isEqualTo(wrong.json().get("detail"));
    }

    @Test
    void slowsDownWhoGuessesPasswords() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        for (int guess = 0; guess < 10; guess++) {
            signIn(email, "guess number " + guess).expect(401);
        }
        var refused = signIn(email, TestClient.PASSWORD).expectProblem(429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        var owner = client.owner();
        var issued = owner.post("/api/me/tokens", Map.of("name", "가게 프로그램")).expect(201).json();
        var program = client.with("Authorization", "Bearer " + issued.get("token").asString());
        program.get("/api/me").expect(200);

        var listed = owner.get("/api/me/tokens").expect(200);
        assertThat(listed.json().get("items")).hasSize(2);
        assertThat(listed.body()).doesNotContain(issued.get("token").asString());

        owner.delete("/api/me/tokens/" + issued.get("id").asString()).expect(204);
        program.get("/api/me").expectProblem(401, "not-signed-in");
    }

    @Test
    void keepsOnlyTheDigestOfAToken() {
        var token = client.owner().post("/api/me/tokens", Map.of("name", "x")).expect(201).json();
        var digest =
                jdbc.sql("select encode(digest, 'escape') from account.token where id::text = :id")
                        .param("id", token.get("id").asString())
                        .query(String.class)
                        .single();
        assertThat(digest).doesNotContain(token.get("token").asString());
    }

    @Test
    void anotherOwnersTokenIsNotThere() {
        var token = client.owner().post("/api/me/tokens", Map.of("name", "x")).expect(201).json();
        client.owner()
                .delete("/api/me/tokens/" + token.get("id").asString())
                .expectProblem(404, "token-not-found");
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsOnly() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        var counter = signedIn(email, TestClient.PASSWORD);
        var phone = signedIn(email, TestClient.PASSWORD);
        counter.put(
                        "/api/me/password",
                        Map.of("currentPassword", "not the one", "newPassword", NEW_PASSWORD))
                .expectInvalid("currentPassword");
        counter.put(
                        "/api/me/password",
                        Map.of("currentPassword", TestClient.PASSWORD, "newPassword", NEW_PASSWORD))
                .expect(204);
        counter.get("/api/me").expect(200);
        phone.get("/api/me").expect(401);
        signIn(email, TestClient.PASSWORD).expect(401);
        signIn(email, NEW_PASSWORD).expect(200);
    }

    @Test
    void aForgottenPasswordIsSetThroughALinkThatWorksOnce() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        var browser = signedIn(email, TestClient.PASSWORD);
        client.post("/api/auth/password-reset", Map.of("email", email)).expect(204);
        var token = tokenIn(mail.awaitTo(email));

        confirm(token, "short").expectInvalid("password");
        confirm(token, NEW_PASSWORD).expect(204);
        confirm(token, NEW_PASSWORD).expectProblem(400, "reset-link-expired");
        browser.get("/api/me").expect(401);
        signIn(email, NEW_PASSWORD).expect(200);
    }

    @Test
    void aResetLinkIsDeadAfterHalfAnHour() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        client.post("/api/auth/password-reset", Map.of("email", email)).expect(204);
        var token = tokenIn(mail.awaitTo(email));
        var minutes =
                jdbc.sql(
                                """
                                update account.password_reset set expires_at = now() - interval '1 s'
                                where account_id = (select id from account.account where email = :email)
                                returning extract(minute from old.expires_at - now())
                                """)
                        .param("email", email)
                        .query(Integer.class)
                        .single();
        assertThat(minutes).isBetween(28, 30);
        confirm(token, NEW_PASSWORD).expectProblem(400, "reset-link-expired");
    }

    @Test
    void neverTellsWhetherAnAddressExistsNorFloodsOne() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        for (int time = 0; time < 5; time++) {
            client.post("/api/auth/password-reset", Map.of("email", email)).expect(204);
            var sent = Math.min(time + 1, 3);
            await().until(() -> mail.countTo(email) == sent);
        }
        var stranger = TestClient.freshEmail();
        var answer = client.post("/api/auth/password-reset", Map.of("email", stranger)).expect(204);
        assertThat(answer.body()).isEmpty();
        assertThat(mail.lastTo(stranger)).isEmpty();
        assertThat(mail.countTo(email)).isEqualTo(3);
    }

    @Test
    void exportsWhatWeHoldAsAFile() {
        var email = TestClient.freshEmail();
        var export = client.signedUp(email).get("/api/me/export").expect(200);
        assertThat(export.header("Content-Disposition")).contains("attachment", "dangol.json");
        assertThat(export.json().at("/account/email").asString()).isEqualTo(email);
        assertThat(export.json().get("consents")).hasSize(2);
        assertThat(export.json().at("/tokens/0/name").asString()).isEqualTo("test");
        assertThat(export.body()).doesNotContain("{bcrypt}");
    }

    @Test
    void leavesWithThePasswordAndIsForgotten() {
        var email = TestClient.freshEmail();
        var program = client.signedUp(email);
        var browser = signedIn(email, TestClient.PASSWORD);
        program.delete("/api/me", Map.of("password", "not the one")).expectInvalid("password");
        program.delete("/api/me", Map.of("password", TestClient.PASSWORD)).expect(204);
        program.get("/api/me").expect(401);
        browser.get("/api/me").expect(401);
        signIn(email, TestClient.PASSWORD).expect(401);
        signUp(email, TestClient.PASSWORD, List.of("terms", "privacy")).expect(201);
    }

    @Test
    void offersNoDemoOnAnOutsideDatabase() {
        assertThat(client.get("/api/auth/options").expect(200).json().get("demo").asBoolean())
                .isFalse();
        client.post("/api/auth/demo", Map.of("role", "OPERATOR")).expect(404);
    }

    private Browser signedIn(String email, String password) {
        var browser = new Browser(client);
        browser.post("/api/auth/login", Map.of("email", email, "password", password)).expect(200);
        return browser;
    }

    private TestClient.Answer signUp(String email, String password, List<String> consents) {
        return client.post(
                "/api/auth/signup",
                Map.of("email", email, "password", password, "name", "김단골", "consents", consents));
    }

    private TestClient.Answer signIn(String email, String password) {
        return client.post("/api/auth/login", Map.of("email", email, "password", password));
    }

    private TestClient.Answer confirm(String token, String password) {
        return client.post(
                "/api/auth/password-reset/confirm", Map.of("token", token, "password", password));
    }

    private static String tokenIn(FakeMail.Letter letter) {
        var text = letter.text();
        assertThat(text).contains("/reset-password?token=");
        return text.substring(text.indexOf("token=") + "token=".length()).split("\\s", 2)[0];
    }
}
