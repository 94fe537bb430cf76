package kr.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A running Dangol has what dashboard, alert rules and page promise.
@DangolTest
class MonitoringIT {

    private static final Pattern SAMPLE =
            Pattern.compile("^([a-z0-9_]+)(?:\\{([^}]*)\\})? ", Pattern.MULTILINE);

    /// Shown only once a language model was called, Redis is set, or something went wrong.
    private static final Set<String> LATER =
            Set.of("dangol_languagemodel", "dangol_http_slow", "dangol_broadcast", "dangol_redis");

    @Autowired TestClient client;

    private final Map<String, Set<String>> samples = new TreeMap<>();

    @BeforeEach
    void scrape() {
        client.owner()
                .post(
                        "/api/recommendations",
                        Map.of(
                                "eventPurpose",
                                "매출증대",
                                "storeInfo",
                                Map.of(
                                        "businessType",
                                        "꽃집",
                                        "location",
                                        Map.of("city", "서울", "district", "마포구"))))
                .expect(200);
        var text = client.get("/actuator/prometheus").expect(200).body();
        SAMPLE.matcher(text)
                .results()
                .forEach(each -> {
                    var labels = samples.computeIfAbsent(each.group(1), _ -> new TreeSet<>());
                    if (each.group(2) != null) {
                        for (var label : each.group(2).split("\",?")) {
                            if (label.contains("=")) {
                                labels.add(label.substring(0, label.indexOf('=')));
                            }
                        }
                    }
                });
    }

    @Test
    void everyMetricOfDashboardAndRulesIsThere() {
        var wanted = new TreeSet<>(MonitoringFiles.used());
        wanted.removeIf(name -> LATER.stream().anyMatch(name::startsWith));
        // Prometheus makes it itself.
        wanted.remove("up");

        assertThat(samples.keySet()).hasSizeGreaterThan(50).containsAll(wanted);
    }

    @Test
    void everyTagOfDashboardAndRulesIsThere() {
        MonitoringFiles.labels()
                .forEach((name, labels) -> {
                    var asked = new TreeSet<>(labels);
                    // The scraper's own.
                    asked.removeAll(Set.of("instance", "job"));
                    if (samples.containsKey(name)) {
                        assertThat(samples.get(name)).as(name).containsAll(asked);
                    }
                });
    }

    @Test
    void thePageTellsTheTagsAsTheyAre() {
        for (var metric : MonitoringFiles.described()) {
            for (var name : metric.prometheusNames()) {
                var labels = new TreeSet<>(samples.getOrDefault(name, Set.of()));
                labels.removeAll(Set.of("le", "quantile"));
                if (samples.containsKey(name)) {
                    assertThat(labels).as(name).isEqualTo(new TreeSet<>(metric.tags()));
                }
            }
        }
    }
}
