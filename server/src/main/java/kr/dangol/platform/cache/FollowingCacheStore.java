package kr.dangol.platform.cache;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kr.dangol.platform.cluster.Broadcast;
import org.jspecify.annotations.Nullable;

/// A process's own cache that hears from the others which groups became void: several processes on
/// one database, without Redis.
final class FollowingCacheStore implements CacheStore {

    private final CacheStore own;
    private final Broadcast broadcast;
    private final Set<String> groups = ConcurrentHashMap.newKeySet();

    FollowingCacheStore(CacheStore own, Broadcast broadcast) {
        this.own = own;
        this.broadcast = broadcast;
        broadcast.listen(
                SharedCacheStore.GROWN,
                new Broadcast.Listener() {
                    @Override
                    public void on(String message) {
                        own.advance(message.split(" ", 2)[1]);
                    }

                    @Override
                    public void mayHaveMissedSome() {
                        groups.forEach(own::advance);
                    }
                });
    }

    @Override
    public byte @Nullable [] find(String key) {
        return own.find(key);
    }

    @Override
    public void put(String key, byte[] content, Duration timeToLive) {
        own.put(key, content, timeToLive);
    }

    @Override
    public long generation(String group) {
        groups.add(group);
        return own.generation(group);
    }

    @Override
    public void advance(String group) {
        own.advance(group);
        broadcast.send(SharedCacheStore.GROWN, "0 " + group);
    }
}
