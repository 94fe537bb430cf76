package kr.dangol.platform;

import java.time.Duration;
import kr.dangol.platform.redis.Redis;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Makes throttles whose counts all processes share, where there is Redis.
@Component
public final class Throttles {

    private final @Nullable Redis redis;

    @Autowired
    Throttles(ObjectProvider<Redis> redis) {
        this(redis.getIfAvailable());
    }

    private Throttles(@Nullable Redis redis) {
        this.redis = redis;
    }

    /// For a process on its own.
    public static Throttles inProcess() {
        return new Throttles((@Nullable Redis) null);
    }

    /// For processes that share this Redis.
    public static Throttles over(Redis redis) {
        return new Throttles(redis);
    }

    /// `name` tells this throttle's keys from those of others.
    public Throttle of(String name, int limit, Duration period) {
        return new Throttle(name, limit, period, redis);
    }
}
