package kr.dangol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the page about metrics, the dashboard and the alert rules say.
final class MonitoringFiles {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINE =
            Pattern.compile("\\| `(dangol\\.[a-z._]+)` \\| ([a-z, ]+) \\|([^|]*)\\|");
    private static final Pattern USED =
            Pattern.compile("\\b[a-z0-9]+(?:_[a-z0-9]+)+(?=[{\\[) ]|$)");
    private static final Pattern SELECTED =
            Pattern.compile("\\b([a-z0-9]+(?:_[a-z0-9]+)+)\\{([^}]*)\\}");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPED =
            Pattern.compile("by \\(([a-z_, ]+)\\) \\((?:rate|increase)\\(([a-z0-9_]+)");

    private MonitoringFiles() {}

    /// A metric as the page describes it.
    record Metric(String name, String kind, Set<String> tags) {

        /// The names under which Prometheus has it.
        Set<String> prometheusNames() {
            var base = name.replace('.', '_');
            if (kind.startsWith("timer")) {
                var names =
                        new TreeSet<>(
                                Set.of(
                                        base + "_seconds_count",
                                        base + "_seconds_sum",
                                        base + "_seconds_max"));
                if (kind.contains("buckets")) {
                    names.add(base + "_seconds_bucket");
                }
                return names;
            }
            return Set.of(kind.equals("counter") ? base + "_total" : base);
        }
    }

    static List<Metric> described() {
        return LINE.matcher(read("docs/metrics.md"))
                .results()
                .map(line ->
                        new Metric(
                                line.group(1),
                                line.group(2).strip(),
                                Stream.of(line.group(3).replace("`", "").split(","))
                                        .map(String::strip)
                                        .filter(tag -> !tag.isEmpty())
                                        .collect(Collectors.toSet())))
                .toList();
    }

    /// The expressions of dashboard and rules.
    static List<String> expressions() {
        var all = new ArrayList<String>();
        Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(read("deploy/monitoring/grafana-dashboard.json"))
                .results()
                .forEach(each -> all.add(each.group(1).replace("\\\"", "\"")));
        Pattern.compile("expr: (>\\n(?: {10,}.*\\n)+|.*\\n)")
                .matcher(read("deploy/monitoring/alerts.yml"))
                .results()
                .forEach(each -> all.add(each.group(1).replaceAll("\\s+", " ")));
        return all;
    }

    /// Names of metrics in the expressions; functions and variables look otherwise.
    static Set<String> used() {
        var names = new TreeSet<String>();
        for (var expression : expressions()) {
            var bare = expression.replaceAll("\"[^\"]*\"", "").replaceAll("\\$__\\w+", "");
            var matcher = USED.matcher(bare);
            while (matcher.find()) {
                names.add(matcher.group());
            }
        }
        names.removeAll(Set.of("histogram_quantile"));
        return names;
    }

    /// Which labels the expressions ask each metric for.
    static Map<String, Set<String>> labels() {
        var labels = new TreeMap<String, Set<String>>();
        for (var expression : expressions()) {
            SELECTED.matcher(expression)
                    .results()
                    .forEach(each ->
                            LABEL.matcher(each.group(2).replaceAll("\"[^\"]*\"", ""))
                                    .results()
                                    .forEach(label -> put(labels, each.group(1), label.group(1))));
            GROUPED.matcher(expression)
                    .results()
                    .forEach(each -> {
                        for (var label : each.group(1).split(",")) {
                            put(labels, each.group(2), label.strip());
                        }
                    });
        }
        return labels;
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, Set<String>> labels, String metric, String label) {
        labels.computeIfAbsent(metric, _ -> new TreeSet<>()).add(label);
    }
}
