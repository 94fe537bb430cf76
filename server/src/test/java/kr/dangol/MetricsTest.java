package kr.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dangol.MonitoringFiles.Metric;
import org.junit.jupiter.api.Test;

/// Code, page, dashboard and alert rules name the same metrics.
class MetricsTest {

    private static final Pattern REGISTERED =
            Pattern.compile(
                    "(?:counter|timer|summary|gauge|builder)\\(\\s*\"(dangol\\.[a-z._]+)\"",
                    Pattern.CASE_INSENSITIVE);

    /// The one place that puts a name together.
    private static final Pattern COMPOSED = Pattern.compile("count\\(\"([a-z._]+)\"");

    @Test
    void thePageDescribesWhatTheCodeRegisters() throws IOException {
        var registered = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var code = Files.readString(file);
                REGISTERED.matcher(code).results().forEach(each -> registered.add(each.group(1)));
                if (code.contains("\"dangol.languagemodel.\" + name")) {
                    COMPOSED.matcher(code)
                            .results()
                            .forEach(each ->
                                    registered.add("dangol.languagemodel." + each.group(1)));
                }
            }
        }
        registered.remove("dangol.languagemodel.");

        assertThat(MonitoringFiles.described().stream().map(Metric::name))
                .as("docs/metrics.md")
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void dashboardAndRulesUseOnlyMetricsThatThereAre() {
        var ours =
                MonitoringFiles.described().stream()
                        .flatMap(each -> each.prometheusNames().stream())
                        .collect(Collectors.toSet());
        var used =
                MonitoringFiles.used().stream()
                        .filter(each -> each.startsWith("dangol_"))
                        .collect(Collectors.toSet());

        assertThat(used).hasSizeGreaterThan(10).isSubsetOf(ours);
    }

    @Test
    void dashboardAndRulesAskOnlyForTagsThatThereAre() {
        for (var metric : MonitoringFiles.described()) {
            for (var name : metric.prometheusNames()) {
                var asked = MonitoringFiles.labels().getOrDefault(name, Set.of());
                var known = new TreeSet<>(metric.tags());
                known.addAll(Set.of("le", "instance", "job"));
                assertThat(asked).as(name).isSubsetOf(known);
            }
        }
    }

    @Test
    void theGuideHasAParagraphForEachAlarm() {
        var rules =
                Pattern.compile("- alert: (\\w+)\n(?:.*\n)*?\\s+labels: \\{severity: (\\w+)}")
                        .matcher(MonitoringFiles.read("deploy/monitoring/alerts.yml"))
                        .results()
                        .map(rule -> rule.group(1) + " " + rule.group(2))
                        .toList();
        var paragraphs =
                Pattern.compile("(?m)^\\*\\*(\\w+)\\*\\* \\((\\w+)\\): .{40}")
                        .matcher(MonitoringFiles.read("docs/operations.md"))
                        .results()
                        .map(each -> each.group(1) + " " + each.group(2))
                        .toList();

        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(paragraphs).containsExactlyElementsOf(rules);
    }
}
