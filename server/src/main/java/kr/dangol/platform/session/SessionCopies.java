package kr.dangol.platform.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import kr.dangol.platform.cluster.Broadcast;
import kr.dangol.platform.redis.Redis;
import kr.dangol.platform.redis.RedisGone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Quick copies of sessions in Redis, and what this process saw last, which is believed only while
/// the database is away too. An ended session leaves a mark in Redis, so that a request that read
/// it just before cannot bring its copy back.
@Component
class SessionCopies {

    private static final String ENDED = "session-ended";
    private static final Duration COPY_KEPT = Duration.ofHours(1);
    private static final Duration MARK_KEPT = Duration.ofMinutes(2);
    private static final Duration SEEN_KEPT = Duration.ofMinutes(15);
    private static final int MOST_SEEN = 10_000;
    private static final byte[] MARK = new byte[0];

    private final @Nullable Redis redis;
    private final Broadcast broadcast;
    private final Cache<String, byte[]> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).expireAfterWrite(SEEN_KEPT).build();

    SessionCopies(ObjectProvider<Redis> redis, Broadcast broadcast) {
        this.redis = redis.getIfAvailable();
        this.broadcast = broadcast;
        // Whoever ends a session may be cut off from Redis; one of those who hear of it is not.
        broadcast.listen(ENDED, this::forget);
    }

    /// A copy; empty when the session has ended, null when nothing is known.
    byte @Nullable [] find(String id) {
        if (redis == null) {
            return null;
        }
        try {
            return redis.call(commands -> commands.get(key(id)));
        } catch (RedisGone e) {
            return null;
        }
    }

    /// What was just written.
    void put(String id, byte[] content) {
        set(id, content, SetArgs.Builder.px(COPY_KEPT));
    }

    /// What was just read from the table, unless it was ended since.
    void putIfUnknown(String id, byte[] content) {
        set(id, content, SetArgs.Builder.nx().px(COPY_KEPT));
    }

    void end(String id) {
        forget(id);
        broadcast.send(ENDED, id);
    }

    private void forget(String id) {
        seen.invalidate(id);
        set(id, MARK, SetArgs.Builder.px(MARK_KEPT));
    }

    private void set(String id, byte[] content, SetArgs how) {
        if (redis == null) {
            return;
        }
        try {
            redis.call(commands -> commands.set(key(id), content, how));
        } catch (RedisGone e) {
            // The table has it.
        }
    }

    void remember(String id, byte[] content) {
        seen.put(id, content);
    }

    byte @Nullable [] lastSeen(String id) {
        return seen.getIfPresent(id);
    }

    private static byte[] key(String id) {
        return Redis.bytes("dangol:session:" + id);
    }
}
