package kr.dangol.casebook.pinecone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.Vector;
import org.springframework.http.HttpMethod;

/// The older API, for an index that was created for it: such an index refuses the other one.
final class VectorsApi implements PineconeApi {

    static final String VERSION = "2025-10";
    static final String FIELD = "_values";

    private static final Duration COUNTING = Duration.ofSeconds(3);

    private final PineconeHost host;

    VectorsApi(PineconeHost host) {
        this.host = host;
    }

    @Override
    public void upsert(String namespace, List<Item> items) {
        var vectors =
                items.stream()
                        .map(item ->
                                Map.of(
                                        "id", item.id(),
                                        "values", item.vector().toArray(),
                                        "metadata", item.metadata()))
                        .toList();
        host.write("/vectors/upsert", Map.of("namespace", namespace, "vectors", vectors));
    }

    @Override
    public void delete(String namespace, Collection<String> ids) {
        host.write("/vectors/delete", Map.of("namespace", namespace, "ids", ids));
    }

    @Override
    public void drop(String namespace) {
        host.write("/vectors/delete", Map.of("namespace", namespace, "deleteAll", true));
    }

    @Override
    public List<Hit> search(
            String namespace, Vector vector, Map<String, Object> filter, int limit, Duration time) {
        Map<String, Object> body =
                Map.of(
                        "namespace",
                        namespace,
                        "topK",
                        limit,
                        "vector",
                        vector.toArray(),
                        "filter",
                        filter,
                        "includeMetadata",
                        false,
                        "includeValues",
                        false);
        var found =
                host.call(
                        HttpMethod.POST, "/query", PineconeHost.withoutEmpty(body, "filter"), time);
        var hits = new ArrayList<Hit>();
        found.ifPresent(answer -> {
            for (var match : answer.path("matches")) {
                var id = PrecedentId.of(match.path("id").asString());
                hits.add(new Hit(id, match.path("score").asDouble(0)));
            }
        });
        return hits;
    }

    @Override
    public long count(String namespace) {
        return host.call(HttpMethod.POST, "/describe_index_stats", Map.of(), COUNTING)
                .map(answer ->
                        answer.path("namespaces").path(namespace).path("vectorCount").asLong(0))
                .orElse(0L);
    }
}
