package kr.dangol.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

class OtlpSettingsTest {

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer collector;

    record Received(String path, String key, String body) {}

    @BeforeEach
    void startCollector() throws IOException {
        collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/",
                exchange -> {
                    var body = exchange.getRequestBody().readAllBytes();
                    received.add(
                            new Received(
                                    exchange.getRequestURI().getPath(),
                                    String.valueOf(
                                            exchange.getRequestHeaders().getFirst("api-key")),
                                    new String(body, StandardCharsets.ISO_8859_1)));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
    }

    @AfterEach
    void stopCollector() {
        collector.stop(0);
    }

    @Test
    void sendsOurMetricsToTheCollectorNamedByTheStandardVariables() {
        runner(
                        "OTEL_EXPORTER_OTLP_ENDPOINT=" + address() + "/",
                        "OTEL_EXPORTER_OTLP_HEADERS=api-key=open sesame")
                .run(OtlpSettingsTest::countAndClose);

        assertThat(received)
                .anySatisfy(each -> {
                    assertThat(each.path()).isEqualTo("/v1/metrics");
                    assertThat(each.key()).isEqualTo("open sesame");
                    assertThat(each.body())
                            .contains("dangol.http.slow", "/api/recommendations", "service.name");
                });
    }

    @Test
    void takesAWholeAddressAsItIs() {
        runner("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=" + address() + "/in/metrics")
                .run(OtlpSettingsTest::countAndClose);

        assertThat(received).extracting(Received::path).contains("/in/metrics");
    }

    @Test
    void sendsNothingAnywhereUnlessTold() {
        runner().run(context ->
                assertThat(context.getBeansOfType(MeterRegistry.class).values())
                        .noneMatch(each -> each.getClass().getSimpleName().startsWith("Otlp")));
    }

    /// A registry sends what it has when it closes.
    private static void countAndClose(ConfigurableApplicationContext context) {
        context.getBean(MeterRegistry.class)
                .counter("dangol.http.slow", "route", "/api/recommendations")
                .increment();
        context.close();
    }

    private String address() {
        return "http://127.0.0.1:" + collector.getAddress().getPort();
    }

    private static ApplicationContextRunner runner(String... variables) {
        return new ApplicationContextRunner()
                .withPropertyValues(variables)
                .withInitializer(context ->
                        new OtlpSettings()
                                .postProcessEnvironment(
                                        context.getEnvironment(), new SpringApplication()))
                .withConfiguration(
                        AutoConfigurations.of(
                                MetricsAutoConfiguration.class,
                                OtlpMetricsExportAutoConfiguration.class));
    }
}
