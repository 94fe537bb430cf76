package kr.dangol.platform.redis;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/// Connections to Redis as the product makes them, for tests of other packages.
public final class RedisFixture {

    private RedisFixture() {}

    public static Redis connect(int port) {
        return connect(new RedisProperties("127.0.0.1", port, "", ""));
    }

    public static Redis connectToCluster(String nodes) {
        return connect(new RedisProperties("", 0, "", nodes));
    }

    private static Redis connect(RedisProperties properties) {
        return new RedisConfiguration().redis(properties, new SimpleMeterRegistry());
    }
}
