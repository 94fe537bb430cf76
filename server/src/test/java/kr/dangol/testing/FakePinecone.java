package kr.dangol.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pinecone's control and data plane over real HTTP, as the published descriptions of its API of
/// 2026-07 and of the older vectors API have them: versions by header, closed requests, limits,
/// plain-text refusals of keys, and writes that are seen only after a while.
public final class FakePinecone implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ASCII = Pattern.compile("[\\x01-\\x7F]{1,512}");
    private static final int MOST_BYTES = 2_000_000;
    private static final Pattern DOCUMENTS =
            Pattern.compile("/namespaces/([^/]+)/documents/(upsert|search|delete)");
    private static final Pattern NAMESPACE = Pattern.compile("/namespaces/([^/]+)");

    private final LocalServer server;
    private final String key;
    private final Duration delay;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final Map<String, Index> indexes = new TreeMap<>();
    private volatile Faults faults = Faults.none();

    private static final class Index {
        final String name;
        final String field;
        final int dimension;
        int looksUntilReady;
        final Map<String, Map<String, Item>> namespaces = new TreeMap<>();
        final List<Pending> pending = new ArrayList<>();

        Index(String name, String field, int dimension, int looksUntilReady) {
            this.name = name;
            this.field = field;
            this.dimension = dimension;
            this.looksUntilReady = looksUntilReady;
        }

        boolean isOld() {
            return field.equals("_values");
        }
    }

    private record Item(List<Float> vector, JsonNode metadata) {}

    private record Pending(long visibleAt, Runnable change) {}

    /// Starts on a free port without any index; only `key` is accepted, and writes are seen after
    /// `delay`.
    public FakePinecone(String key, Duration delay) {
        this.key = key;
        this.delay = delay;
        server = LocalServer.start("/", this::handle);
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    public FakePinecone with(Faults some) {
        faults = some;
        return this;
    }

    /// An index that somebody created long ago, for the older API.
    public synchronized FakePinecone holdingOldIndex(String name, int dimension) {
        indexes.put(name, new Index(name, "_values", dimension, 0));
        return this;
    }

    public synchronized FakePinecone holdingIndex(String name, int dimension) {
        indexes.put(name, new Index(name, "embedding", dimension, 0));
        return this;
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// How often somebody asked where an index is.
    public int lookUps() {
        return lookUps.get();
    }

    public synchronized Set<String> indexNames() {
        return Set.copyOf(indexes.keySet());
    }

    /// Whether writes are yet to be seen.
    public synchronized boolean isSettled() {
        indexes.values().forEach(FakePinecone::show);
        return indexes.values().stream().allMatch(each -> each.pending.isEmpty());
    }

    /// Every id in every namespace of an index, as often as it is there.
    public synchronized Map<String, List<String>> idsByNamespace(String index) {
        var found = indexes.get(index);
        var ids = new TreeMap<String, List<String>>();
        if (found != null) {
            show(found);
            found.namespaces.forEach((name, items) -> ids.put(name, List.copyOf(items.keySet())));
        }
        return ids;
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (faults.strikeBefore(exchange)) {
                return;
            }
            if (!key.equals(exchange.getRequestHeaders().getFirst("Api-Key"))) {
                sendText(exchange, 401, "Unauthorized");
                return;
            }
            if (exchange.getRequestHeaders().getFirst("X-Pinecone-Api-Version") == null) {
                complain(exchange, "no X-Pinecone-Api-Version");
                return;
            }
            if (body.length > MOST_BYTES) {
                complain(exchange, "request of " + body.length + " bytes");
                return;
            }
            var reply = answer(exchange, body.length == 0 ? null : JSON.readTree(body));
            if (faults.strikeAfter(exchange)) {
                return;
            }
            send(exchange, reply);
        } catch (Unfit unfit) {
            complain(exchange, String.valueOf(unfit.getMessage()));
        }
    }

    private record Reply(int status, Object body) {}

    /// Something the real service would not accept.
    private static final class Unfit extends RuntimeException {
        Unfit(String complaint) {
            super(complaint);
        }
    }

    private synchronized Reply answer(HttpExchange exchange, @Nullable JsonNode body) {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (body != null) {
            var type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
            check(type.startsWith("application/json"), "content type " + type);
        }
        if (path.startsWith("/indexes")) {
            return control(method, path, body);
        }
        // The vendor has a host for each index; here each has a path of its own.
        var slash = path.indexOf('/', 1);
        check(slash > 0, "no such path " + path);
        var index = indexOf(path.substring(1, slash));
        path = path.substring(slash);
        show(index);
        var documents = DOCUMENTS.matcher(path);
        if (documents.matches()) {
            check(method.equals("POST") && body != null, "no POST of a body");
            version(exchange, "2026-07");
            check(!index.isOld(), "this index is for the vectors API");
            return documents(index, documents.group(1), documents.group(2), wanted(body));
        }
        var namespace = NAMESPACE.matcher(path);
        if (namespace.matches()) {
            return namespace(index, namespace.group(1), method);
        }
        version(exchange, "2025-10");
        check(index.isOld(), "this index is for the Documents API");
        return vectors(index, path, wanted(body));
    }

    private static JsonNode wanted(@Nullable JsonNode body) {
        if (body == null) {
            throw new Unfit("no body");
        }
        return body;
    }

    private static void version(HttpExchange exchange, String wanted) {
        var version = exchange.getRequestHeaders().getFirst("X-Pinecone-Api-Version");
        check(wanted.equals(version), "version " + version + " has no such path");
    }

    private Index indexOf(String name) {
        var index = indexes.get(name);
        if (index == null) {
            throw new Unfit("no index " + name);
        }
        return index;
    }

    private Reply control(String method, String path, @Nullable JsonNode body) {
        if (method.equals("POST") && path.equals("/indexes")) {
            return create(wanted(body));
        }
        check(method.equals("GET") && path.startsWith("/indexes/"), method + " " + path);
        lookUps.incrementAndGet();
        var index = indexes.get(path.substring("/indexes/".length()));
        if (index == null) {
            return error(404, "NOT_FOUND", "no such index");
        }
        var isReady = index.looksUntilReady-- <= 0;
        return new Reply(200, description(index, isReady));
    }

    private Reply create(JsonNode body) {
        only(body, "name", "deletion_protection", "deployment", "schema");
        only(body.path("deployment"), "deployment_type", "cloud", "region");
        var fields = body.path("schema").path("fields");
        check(fields.size() == 1, "fields " + fields);
        var field = fields.propertyNames().iterator().next();
        check(!field.startsWith("$"), "field " + field);
        only(fields.path(field), "type", "dimension", "metric");
        var name = body.path("name").asString("");
        check(name.matches("[a-z0-9-]{1,45}"), "name " + name);
        if (indexes.containsKey(name)) {
            return error(409, "ALREADY_EXISTS", "index exists");
        }
        var index = new Index(name, field, fields.path(field).path("dimension").asInt(0), 1);
        check(index.dimension > 0, "dimension");
        indexes.put(name, index);
        return new Reply(201, description(index, false));
    }

    private Map<String, Object> description(Index index, boolean ready) {
        var description = new HashMap<String, Object>();
        description.put("name", index.name);
        description.put("host", server.authority() + "/" + index.name);
        description.put(
                "status", Map.of("ready", ready, "state", ready ? "Ready" : "Initializing"));
        if (index.isOld()) {
            description.put("dimension", index.dimension);
            description.put("metric", "cosine");
        } else {
            description.put(
                    "schema",
                    Map.of(
                            "fields",
                            Map.of(
                                    index.field,
                                    Map.of(
                                            "type", "dense_vector",
                                            "dimension", index.dimension,
                                            "metric", "cosine"))));
        }
        return description;
    }

    private Reply documents(Index index, String namespace, String verb, JsonNode body) {
        check(ASCII.matcher(namespace).matches(), "namespace " + namespace);
        return switch (verb) {
            case "upsert" -> upsertDocuments(index, namespace, body);
            case "delete" -> deleteDocuments(index, namespace, body);
            default -> searchDocuments(index, namespace, body);
        };
    }

    private Reply upsertDocuments(Index index, String namespace, JsonNode body) {
        only(body, "documents");
        var documents = body.path("documents");
        check(documents.size() >= 1 && documents.size() <= 1_000, "documents " + documents.size());
        for (var document : documents) {
            var vector = document.path(index.field);
            check(vector.size() == index.dimension, "dimension " + vector.size());
            for (var field : document.properties()) {
                check(
                        field.getKey().equals("_id")
                                || field.getKey().equals(index.field)
                                || isMetadata(field.getKey(), field.getValue()),
                        "field " + field);
            }
            put(index, namespace, id(document.path("_id")), new Item(floats(vector), document));
        }
        return new Reply(202, Map.of("upserted_count", documents.size()));
    }

    private static boolean isMetadata(String name, JsonNode value) {
        return !name.startsWith("_")
                && !name.startsWith("$")
                && (value.isString() || value.isNumber() || value.isBoolean());
    }

    private Reply deleteDocuments(Index index, String namespace, JsonNode body) {
        check(body.size() == 1, "exactly one of ids, filter, delete_all");
        if (!index.namespaces.containsKey(namespace)) {
            return error(404, "NOT_FOUND", "Namespace not found");
        }
        only(body, "ids");
        remove(index, namespace, body.path("ids"));
        return new Reply(202, Map.of());
    }

    private Reply searchDocuments(Index index, String namespace, JsonNode body) {
        only(body, "score_by", "top_k", "filter", "include_fields");
        var clauses = body.path("score_by");
        check(clauses.size() == 1, "a dense clause must be alone");
        only(clauses.get(0), "type", "fields", "values");
        check(clauses.get(0).path("type").asString("").equals("dense_vector"), "type");
        check(clauses.get(0).path("fields").get(0).asString().equals(index.field), "fields");
        var values = clauses.get(0).path("values");
        var limit = topK(body.path("top_k"), values, index);
        var matches = new ArrayList<Map<String, Object>>();
        for (var found : nearest(index, namespace, values, body.get("filter"), limit)) {
            matches.add(Map.of("_id", found.id(), "_score", found.score()));
        }
        return new Reply(
                200,
                Map.of(
                        "matches", matches,
                        "namespace", namespace,
                        "usage", Map.of("read_units", 1, "egress_bytes", 100)));
    }

    private static int topK(JsonNode topK, JsonNode values, Index index) {
        check(values.size() == index.dimension, "dimension " + values.size());
        check(topK.asInt(0) >= 1 && topK.asInt(0) <= 10_000, "top_k " + topK);
        return topK.asInt();
    }

    private Reply namespace(Index index, String namespace, String method) {
        var items = index.namespaces.get(namespace);
        if (items == null) {
            return error(404, "NOT_FOUND", "Namespace not found");
        }
        if (method.equals("DELETE")) {
            later(index, () -> index.namespaces.remove(namespace));
            return new Reply(202, Map.of());
        }
        check(method.equals("GET"), method);
        return new Reply(
                200, Map.of("name", namespace, "record_count", String.valueOf(items.size())));
    }

    private Reply vectors(Index index, String path, JsonNode body) {
        var namespace = body.path("namespace").asString("");
        switch (path) {
            case "/vectors/upsert" -> {
                only(body, "namespace", "vectors");
                var vectors = body.path("vectors");
                check(vectors.size() >= 1 && vectors.size() <= 1_000, "vectors " + vectors.size());
                for (var vector : vectors) {
                    only(vector, "id", "values", "metadata");
                    check(vector.path("values").size() == index.dimension, "dimension");
                    var item = new Item(floats(vector.path("values")), vector.path("metadata"));
                    put(index, namespace, id(vector.path("id")), item);
                }
                return new Reply(200, Map.of("upsertedCount", vectors.size()));
            }
            case "/vectors/delete" -> {
                only(body, "namespace", "ids", "deleteAll");
                if (body.path("deleteAll").asBoolean(false)) {
                    later(index, () -> index.namespaces.remove(namespace));
                } else {
                    remove(index, namespace, body.path("ids"));
                }
                return new Reply(200, Map.of());
            }
            case "/query" -> {
                only(
                        body,
                        "namespace",
                        "topK",
                        "vector",
                        "filter",
                        "includeMetadata",
                        "includeValues");
                var limit = topK(body.path("topK"), body.path("vector"), index);
                var matches = new ArrayList<Map<String, Object>>();
                for (var found :
                        nearest(index, namespace, body.path("vector"), body.get("filter"), limit)) {
                    matches.add(Map.of("id", found.id(), "score", found.score()));
                }
                return new Reply(200, Map.of("matches", matches, "usage", Map.of("readUnits", 1)));
            }
            case "/describe_index_stats" -> {
                var counts = new TreeMap<String, Object>();
                index.namespaces.forEach(
                        (name, items) -> counts.put(name, Map.of("vectorCount", items.size())));
                return new Reply(200, Map.of("namespaces", counts, "dimension", index.dimension));
            }
            default -> throw new Unfit("no such path " + path);
        }
    }

    private record Found(String id, double score) {}

    private static List<Found> nearest(
            Index index, String namespace, JsonNode values, @Nullable JsonNode filter, int limit) {
        var vector = floats(values);
        return index.namespaces.getOrDefault(namespace, Map.of()).entrySet().stream()
                .filter(each -> filter == null || passes(each.getValue().metadata(), filter))
                .map(each -> new Found(each.getKey(), dot(vector, each.getValue().vector())))
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(limit)
                .toList();
    }

    private static boolean passes(JsonNode metadata, JsonNode filter) {
        check(!filter.isEmpty(), "an empty filter");
        for (var condition : filter.properties()) {
            if (condition.getKey().equals("$and")) {
                for (var each : condition.getValue()) {
                    if (!passes(metadata, each)) {
                        return false;
                    }
                }
            } else if (!passesOne(metadata.path(condition.getKey()), condition.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean passesOne(JsonNode value, JsonNode comparison) {
        check(comparison.size() == 1, "comparison " + comparison);
        var operator = comparison.propertyNames().iterator().next();
        var wanted = comparison.path(operator);
        if (value.isMissingNode()) {
            return false;
        }
        return switch (operator) {
            case "$eq" -> value.asString().equals(wanted.asString());
            case "$in" ->
                    wanted.valueStream().anyMatch(each -> each.asString().equals(value.asString()));
            case "$gte" -> value.asDouble() >= wanted.asDouble();
            case "$lte" -> value.asDouble() <= wanted.asDouble();
            default -> throw new Unfit("operator " + operator);
        };
    }

    private void put(Index index, String namespace, String id, Item item) {
        later(
                index,
                () ->
                        index.namespaces
                                .computeIfAbsent(namespace, key -> new TreeMap<>())
                                .put(id, item));
    }

    private void remove(Index index, String namespace, JsonNode ids) {
        check(ids.size() >= 1 && ids.size() <= 1_000, "ids " + ids.size());
        for (var id : ids) {
            var text = id(id);
            later(
                    index,
                    () -> index.namespaces.getOrDefault(namespace, new TreeMap<>()).remove(text));
        }
    }

    private void later(Index index, Runnable change) {
        index.pending.add(new Pending(System.nanoTime() + delay.toNanos(), change));
    }

    private static void show(Index index) {
        var now = System.nanoTime();
        var due = index.pending.stream().takeWhile(each -> each.visibleAt() <= now).toList();
        due.forEach(each -> each.change().run());
        index.pending.subList(0, due.size()).clear();
    }

    private static String id(JsonNode id) {
        check(id.isString() && ASCII.matcher(id.asString()).matches(), "id " + id);
        return id.asString();
    }

    private static List<Float> floats(JsonNode numbers) {
        var floats = new ArrayList<Float>(numbers.size());
        numbers.forEach(each -> floats.add(each.floatValue()));
        return floats;
    }

    private static double dot(List<Float> one, List<Float> other) {
        var sum = 0.0;
        for (var i = 0; i < one.size(); i++) {
            sum += one.get(i) * other.get(i);
        }
        return sum;
    }

    private static void only(JsonNode body, String... names) {
        var unknown = new ArrayList<>(body.propertyNames());
        unknown.removeAll(List.of(names));
        check(unknown.isEmpty(), "unknown fields " + unknown);
    }

    private static void check(boolean fits, String complaint) {
        if (!fits) {
            throw new Unfit(complaint);
        }
    }

    private void complain(HttpExchange exchange, String complaint) throws IOException {
        complaints.add(complaint);
        send(exchange, error(400, "INVALID_ARGUMENT", complaint));
    }

    private static Reply error(int status, String code, String message) {
        return new Reply(
                status,
                Map.of("status", status, "error", Map.of("code", code, "message", message)));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = JSON.writeValueAsString(reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sendText(HttpExchange exchange, int status, String text)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
