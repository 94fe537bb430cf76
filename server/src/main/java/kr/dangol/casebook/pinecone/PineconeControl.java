package kr.dangol.casebook.pinecone;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kr.dangol.casebook.outside.OutsideService;
import kr.dangol.casebook.search.SearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// Finds the index for vectors of a length, creates it when it is missing, and remembers where its
/// data is: the host of an index never changes and is not asked for again.
final class PineconeControl {

    private static final Logger log = LoggerFactory.getLogger(PineconeControl.class);

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final OutsideService service;
    private final PineconeProperties properties;
    private final PineconeHost control;
    private final Map<Integer, PineconeApi> known = new ConcurrentHashMap<>();

    PineconeControl(OutsideService service, PineconeProperties properties) {
        this.service = service;
        this.properties = properties;
        this.control =
                new PineconeHost(
                        service,
                        properties.baseUrl().replaceAll("/+$", ""),
                        DocumentsApi.VERSION,
                        properties.writingTime());
    }

    /// Asks for nothing in particular, so that a refused key is known.
    void greet(Duration time) {
        describe(properties.index(), time);
    }

    /// The index for vectors of this length, if it is there and ready.
    Optional<PineconeApi> find(int dimensions, Duration time) {
        var api = known.get(dimensions);
        return api == null
                ? look(dimensions, time).flatMap(found -> remember(dimensions, found))
                : Optional.of(api);
    }

    /// The same index, created first if need be.
    PineconeApi create(int dimensions) {
        var time = properties.writingTime();
        return find(dimensions, time)
                .orElseGet(() -> {
                    if (look(dimensions, time).isEmpty()) {
                        create(nameFor(dimensions, time), dimensions);
                    }
                    return awaitReady(dimensions);
                });
    }

    /// An index holds vectors of one length for good, so another length lives beside it under a
    /// name that says so.
    private Optional<JsonNode> look(int dimensions, Duration time) {
        return describe(properties.index(), time)
                .filter(index -> dimensions(index) == dimensions)
                .or(() -> describe(properties.index() + "-" + dimensions, time));
    }

    private String nameFor(int dimensions, Duration time) {
        return describe(properties.index(), time).isPresent()
                ? properties.index() + "-" + dimensions
                : properties.index();
    }

    private Optional<JsonNode> describe(String name, Duration time) {
        return control.call(HttpMethod.GET, "/indexes/" + name, null, time);
    }

    private void create(String name, int dimensions) {
        var field = Map.of("type", "dense_vector", "dimension", dimensions, "metric", "cosine");
        control.write(
                "/indexes",
                Map.of(
                        "name",
                        name,
                        "deletion_protection",
                        "enabled",
                        "deployment",
                        Map.of(
                                "deployment_type", "managed",
                                "cloud", properties.cloud(),
                                "region", properties.region()),
                        "schema",
                        Map.of("fields", Map.of(DocumentsApi.FIELD, field))));
        log.info("Pinecone index created name={} dimensions={}", name, dimensions);
    }

    private PineconeApi awaitReady(int dimensions) {
        var end = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            var api = find(dimensions, properties.writingTime());
            if (api.isPresent()) {
                return api.get();
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SearchUnavailable("nobody waits any more", e);
            }
        }
        throw new SearchUnavailable("Pinecone index is not ready yet");
    }

    private Optional<PineconeApi> remember(int dimensions, JsonNode index) {
        if (dimensions(index) != dimensions) {
            throw new SearchUnavailable(
                    "Pinecone index %s holds vectors of %d dimensions, not %d"
                            .formatted(
                                    index.path("name").asString(""),
                                    dimensions(index),
                                    dimensions));
        }
        if (!index.path("status").path("ready").asBoolean(false)) {
            return Optional.empty();
        }
        var field = vectorField(index).orElse(VectorsApi.FIELD);
        var isOld = field.equals(VectorsApi.FIELD);
        var host =
                new PineconeHost(
                        service,
                        address(index.path("host").asString("")),
                        isOld ? VectorsApi.VERSION : DocumentsApi.VERSION,
                        properties.writingTime());
        var api = isOld ? new VectorsApi(host) : new DocumentsApi(host, field);
        known.put(dimensions, api);
        return Optional.of(api);
    }

    /// An index of the older API has no schema, or one with a field of this name.
    private static Optional<String> vectorField(JsonNode index) {
        return index.path("schema")
                .path("fields")
                .propertyStream()
                .filter(each -> each.getValue().path("type").asString("").equals("dense_vector"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static int dimensions(JsonNode index) {
        return vectorField(index)
                .map(name -> index.path("schema").path("fields").path(name))
                .orElse(index)
                .path("dimension")
                .asInt(0);
    }

    /// Hosts come without a scheme; a proxy or a test may stand in for all of Pinecone without TLS.
    private String address(String described) {
        var configured = properties.indexHost();
        var host = configured == null || configured.isBlank() ? described : configured.strip();
        var scheme = properties.baseUrl().startsWith("http://") ? "http://" : "https://";
        return (host.contains("://") ? host : scheme + host).replaceAll("/+$", "");
    }
}
