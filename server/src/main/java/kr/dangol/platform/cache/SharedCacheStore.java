package kr.dangol.platform.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.dangol.platform.cluster.Broadcast;
import kr.dangol.platform.redis.Redis;
import kr.dangol.platform.redis.RedisGone;
import org.jspecify.annotations.Nullable;

/// The cache of all processes, in Redis, with the process's own before it. What was found once is
/// not fetched again; whether it still counts is asked every time, because the generations live in
/// Redis too.
///
/// Without Redis a process goes on with its own entries and with the generations it knows; others
/// tell it by broadcast when one grows. Each process remembers the highest generation it has seen:
/// a Redis that comes back behind (it was away when one grew, or a replica took over that had not
/// heard of it) is brought forward, so that nothing void is ever valid again.
final class SharedCacheStore implements CacheStore {

    static final String GROWN = "cache-generation";
    private static final String PREFIX = "dangol:cache:";

    /// A step of its own per process that notices, so that two who repair at once void twice and
    /// never agree on a number that somebody has used.
    private static final String BRING_FORWARD =
            """
            local behind = tonumber(redis.call('get', KEYS[1]) or '0')
            local next = math.max(behind, tonumber(ARGV[1])) + 1
            redis.call('set', KEYS[1], next)
            return next
            """;

    private final CacheStore near;
    private final Redis redis;
    private final Broadcast broadcast;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    SharedCacheStore(CacheStore near, Redis redis, Broadcast broadcast) {
        this.near = near;
        this.redis = redis;
        this.broadcast = broadcast;
        broadcast.listen(GROWN, new Grown());
    }

    @Override
    public byte @Nullable [] find(String key) {
        var content = near.find(key);
        return content == null ? fetch(key) : content;
    }

    private byte @Nullable [] fetch(String key) {
        var name = Redis.bytes(PREFIX + key);
        try {
            var packed = redis.call(commands -> commands.get(name));
            var content = packed == null ? null : Packed.unpack(packed);
            if (content != null) {
                var left = redis.call(commands -> commands.pttl(name));
                if (left > 0) {
                    near.put(key, content, Duration.ofMillis(left));
                }
            }
            return content;
        } catch (RedisGone e) {
            return null;
        }
    }

    @Override
    public void put(String key, byte[] content, Duration timeToLive) {
        near.put(key, content, timeToLive);
        try {
            redis.call(commands ->
                    commands.set(
                            Redis.bytes(PREFIX + key),
                            Packed.pack(content),
                            SetArgs.Builder.px(timeToLive)));
        } catch (RedisGone e) {
            // The others make it anew.
        }
    }

    @Override
    public long generation(String group) {
        try {
            var there = redis.call(commands -> commands.get(counter(group)));
            var generation = there == null ? 0 : Long.parseLong(new String(there, US_ASCII));
            return generation < known(group) ? bringForward(group) : learn(group, generation);
        } catch (RedisGone | NumberFormatException e) {
            return known(group);
        }
    }

    @Override
    public void advance(String group) {
        var next = Redis.orElse(() -> bringForward(group), () -> learn(group, known(group) + 1));
        broadcast.send(GROWN, next + " " + group);
    }

    private long bringForward(String group) {
        return learn(
                group, redis.number(BRING_FORWARD, PREFIX + "generation:" + group, known(group)));
    }

    private static byte[] counter(String group) {
        return Redis.bytes(PREFIX + "generation:" + group);
    }

    private long known(String group) {
        return known.getOrDefault(group, 0L);
    }

    private long learn(String group, long generation) {
        return known.merge(group, generation, Math::max);
    }

    /// What other processes say of a group. A number that we know already was given twice, by two
    /// who could not see each other: only a new one is sure to void what either of them kept.
    private final class Grown implements Broadcast.Listener {

        @Override
        public void on(String message) {
            var parts = message.split(" ", 2);
            var generation = Long.parseLong(parts[0]);
            var group = parts[1];
            if (generation > known(group)) {
                learn(group, generation);
            } else {
                growOn(group);
            }
        }

        @Override
        public void mayHaveMissedSome() {
            known.keySet().forEach(this::growOn);
        }

        private void growOn(String group) {
            learn(group, known(group) + 1);
        }
    }
}
