package kr.dangol.platform;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Switches the sending of metrics over OTLP on by OpenTelemetry's own variables, and leaves it off
/// without them: Spring Boot alone would send to a collector on this machine whether there is one
/// or not.
final class OtlpSettings implements EnvironmentPostProcessor {

    private static final String PREFIX = "management.otlp.metrics.export.";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var url = url(environment);
        var settings = new HashMap<String, Object>();
        settings.put(PREFIX + "enabled", url != null);
        if (url != null) {
            settings.put(PREFIX + "url", url);
            put(settings, "step", environment.getProperty("OTEL_METRIC_EXPORT_INTERVAL"), "ms");
            settings.putAll(headers(environment.getProperty("OTEL_EXPORTER_OTLP_HEADERS", "")));
        }
        // Last, so that whoever sets Spring Boot's properties has the word.
        environment.getPropertySources().addLast(new MapPropertySource("otlp", settings));
    }

    private static @Nullable String url(ConfigurableEnvironment environment) {
        var whole = environment.getProperty("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "");
        var base = environment.getProperty("OTEL_EXPORTER_OTLP_ENDPOINT", "");
        if (!whole.isBlank()) {
            return whole;
        }
        return base.isBlank() ? null : base.replaceAll("/+$", "") + "/v1/metrics";
    }

    private static void put(
            Map<String, Object> settings, String name, @Nullable String value, String unit) {
        if (value != null && !value.isBlank()) {
            settings.put(PREFIX + name, value + unit);
        }
    }

    private static Map<String, Object> headers(String text) {
        var headers = new HashMap<String, Object>();
        for (var header : text.split(",")) {
            var parts = header.split("=", 2);
            if (parts.length == 2) {
                headers.put(PREFIX + "headers." + parts[0].strip(), parts[1].strip());
            }
        }
        return headers;
    }
}
