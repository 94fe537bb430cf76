package kr.dangol.casebook.pinecone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.Vector;
import org.springframework.http.HttpMethod;

/// Today's API: an index of documents, one of whose fields is the vector.
final class DocumentsApi implements PineconeApi {

    static final String VERSION = "2026-07";
    static final String FIELD = "embedding";

    private static final Duration COUNTING = Duration.ofSeconds(3);

    private final PineconeHost host;
    private final String field;

    DocumentsApi(PineconeHost host, String field) {
        this.host = host;
        this.field = field;
    }

    @Override
    public void upsert(String namespace, List<Item> items) {
        var documents = new ArrayList<Map<String, Object>>();
        for (var item : items) {
            var document = new HashMap<>(item.metadata());
            document.put("_id", item.id());
            document.put(field, item.vector().toArray());
            documents.add(document);
        }
        host.write(path(namespace, "upsert"), Map.of("documents", documents));
    }

    @Override
    public void delete(String namespace, Collection<String> ids) {
        host.write(path(namespace, "delete"), Map.of("ids", ids));
    }

    @Override
    public void drop(String namespace) {
        host.call(HttpMethod.DELETE, "/namespaces/" + namespace, null, host.writingTime());
    }

    @Override
    public List<Hit> search(
            String namespace, Vector vector, Map<String, Object> filter, int limit, Duration time) {
        var nearest =
                Map.of(
                        "type", "dense_vector",
                        "fields", List.of(field),
                        "values", vector.toArray());
        var body = Map.of("score_by", List.of(nearest), "top_k", limit, "filter", filter);
        var found =
                host.call(
                        HttpMethod.POST,
                        path(namespace, "search"),
                        PineconeHost.withoutEmpty(body, "filter"),
                        time);
        var hits = new ArrayList<Hit>();
        found.ifPresent(answer -> {
            for (var match : answer.path("matches")) {
                var id = PrecedentId.of(match.path("_id").asString());
                hits.add(new Hit(id, match.path("_score").asDouble(0)));
            }
        });
        return hits;
    }

    /// A decimal string in this version, a number before.
    @Override
    public long count(String namespace) {
        return host.call(HttpMethod.GET, "/namespaces/" + namespace, null, COUNTING)
                .map(answer -> answer.path("record_count").asLong(0))
                .orElse(0L);
    }

    private static String path(String namespace, String verb) {
        return "/namespaces/" + namespace + "/documents/" + verb;
    }
}
