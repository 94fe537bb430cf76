package kr.dangol.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@TestConfiguration(proxyBeanMethods = false)
class TestClientConfiguration {

    @Bean
    @Primary
    FakeMail fakeMail() {
        return new FakeMail();
    }

    /// Lazy: the port is known once the server listens.
    @Bean
    @Lazy
    TestClient testClient(Environment environment, JsonMapper json, JdbcClient jdbc) {
        var port = environment.getRequiredProperty("local.server.port", Integer.class);
        return new TestClient("http://localhost:" + port, json, jdbc);
    }
}
