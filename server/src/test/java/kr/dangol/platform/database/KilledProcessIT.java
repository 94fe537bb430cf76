package kr.dangol.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kr.dangol.testing.ChildDangol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes on the embedded database, really killed.
class KilledProcessIT {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();

    @TempDir Path data;
    @TempDir Path elsewhere;

    @Test
    void whatWasAcknowledgedSurvivesAKillInTheMiddleOfWriting() throws Exception {
        long orphan;
        try (var first = ChildDangol.start(data)) {
            first.awaitReady();
            var visitors = Thread.ofVirtual().start(() -> signUpUntilTheServerDies(first));
            while (acknowledged.size() < 20) {
                assertThat(first.isAlive()).as(first.output()).isTrue();
                Thread.onSpinWait();
            }
            orphan = ChildDangol.databasePid(data);
            first.kill();
            visitors.join();
        }
        assertThat(ProcessHandle.of(orphan))
                .as("the database outlives a killed Dangol")
                .isPresent();

        try (var second = ChildDangol.start(data)) {
            second.awaitReady();
            assertThat(ChildDangol.databasePid(data)).isNotEqualTo(orphan);
            for (var email : acknowledged) {
                assertThat(signIn(second, email).statusCode()).as(email).isEqualTo(200);
            }

            try (var intruder = ChildDangol.start(data)) {
                assertThat(intruder.awaitExit()).isNotZero();
                assertThat(intruder.output().lines())
                        .singleElement()
                        .asString()
                        .contains("Another Dangol is running on", "DANGOL_DATA_DIR");
            }

            var database = ProcessHandle.of(ChildDangol.databasePid(data)).orElseThrow();
            second.stop();
            second.awaitExit();
            database.onExit().get(30, TimeUnit.SECONDS);
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        }

        var backup = elsewhere.resolve("data");
        assertThat(new ProcessBuilder("cp", "-a", "" + data, "" + backup).start().waitFor())
                .isZero();
        try (var restored = ChildDangol.start(backup)) {
            restored.awaitReady();
            assertThat(signIn(restored, acknowledged.getFirst()).statusCode()).isEqualTo(200);
        }
    }

    private void signUpUntilTheServerDies(ChildDangol server) {
        for (int visitor = 0; visitor < 10_000; visitor++) {
            var email = "visitor" + visitor + "@example.com";
            try {
                if (signUp(server, email).statusCode() == 201) {
                    acknowledged.add(email);
                }
            } catch (Exception serverIsGone) {
                return;
            }
        }
    }

    private HttpResponse<String> signUp(ChildDangol server, String email) throws Exception {
        return post(
                server.address() + "api/auth/signup",
                """
                {"email": "%s", "password": "correct horse battery", "name": "손님",
                 "consents": ["terms", "privacy"]}
                """
                        .formatted(email));
    }

    private HttpResponse<String> signIn(ChildDangol server, String email) throws Exception {
        return post(
                server.address() + "api/auth/login",
                """
                {"email": "%s", "password": "correct horse battery"}
                """
                        .formatted(email));
    }

    private HttpResponse<String> post(String address, String json) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
