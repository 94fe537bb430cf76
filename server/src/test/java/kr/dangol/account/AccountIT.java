package kr.dangol.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DangolTest
class AccountIT {

    @Autowired TestClient client;

    @Test
    void signsUpAndIsKnownByTheToken() {
        var email = TestClient.freshEmail();
        var me = client.signedUp(email).get("/api/me").expect(200).json();
        assertThat(me.get("email").asString()).isEqualTo(email);
        assertThat(me.get("role").asString()).isEqualTo("OWNER");
    }

    @Test
    void refusesASecondAccountForTheSameAddress() {
        var email = TestClient.freshEmail();
        client.signedUp(email);
        client.post(
                        "/api/auth/signup",
                        Map.of(
                                "email",
                                email.toUpperCase(java.util.Locale.ROOT),
                                "password",
                                TestClient.PASSWORD,
                                "name",
                                "김단골",
                                "consents",
                                List.of("terms", "privacy")))
                .expectProblem(409, "email-taken");
    }
}
