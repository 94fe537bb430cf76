package kr.dangol.casebook.pinecone;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.Vector;

/// What we want of one index, in whichever of the two APIs it was created for.
interface PineconeApi {

    /// An entry on the wire: its id, vector, and what filters look at.
    record Item(String id, Vector vector, Map<String, Object> metadata) {}

    void upsert(String namespace, List<Item> items);

    void delete(String namespace, Collection<String> ids);

    void drop(String namespace);

    /// The nearest first; none when the namespace is not there yet.
    List<Hit> search(
            String namespace, Vector vector, Map<String, Object> filter, int limit, Duration time);

    /// How many entries the service says the namespace has, which may lag behind.
    long count(String namespace);
}
