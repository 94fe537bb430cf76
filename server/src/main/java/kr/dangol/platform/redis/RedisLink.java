package kr.dangol.platform.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets connected in the background, as Redis may come up after us. A connection that broke heals
/// itself; one that is only silent, because a network was cut, is given up for a new one.
final class RedisLink implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
    private static final int FEW_THREADS = 2;

    private final RedisProperties properties;
    private final ClientResources resources =
            DefaultClientResources.builder()
                    .ioThreadPoolSize(FEW_THREADS)
                    .computationThreadPoolSize(FEW_THREADS)
                    // The default waits up to half a minute after a long absence.
                    .reconnectDelay(Delay.constant(Duration.ofMillis(500)))
                    .build();
    private final AbstractRedisClient client;
    private Thread connecting;
    private volatile boolean closed;
    private volatile @Nullable StatefulConnection<byte[], byte[]> connection;
    private volatile @Nullable RedisClusterAsyncCommands<byte[], byte[]> commands;

    RedisLink(RedisProperties properties) {
        this.properties = properties;
        this.client = properties.isCluster() ? clusterClient() : singleClient();
        this.connecting = startConnecting();
        awaitFirstTry();
    }

    private Thread startConnecting() {
        return Thread.ofVirtual().name("redis-connect").start(this::connect);
    }

    /// The connection has been silent for too long.
    synchronized void renew() {
        if (closed || connecting.isAlive()) {
            return;
        }
        var old = connection;
        commands = null;
        connection = null;
        if (old != null) {
            old.closeAsync();
        }
        connecting = startConnecting();
    }

    private RedisClient singleClient() {
        var one = RedisClient.create(resources, properties.addresses(CONNECT_WITHIN).getFirst());
        one.setOptions(options(ClientOptions.builder()).build());
        return one;
    }

    private RedisClusterClient clusterClient() {
        var many = RedisClusterClient.create(resources, properties.addresses(CONNECT_WITHIN));
        var refresh =
                ClusterTopologyRefreshOptions.builder()
                        .enableAllAdaptiveRefreshTriggers()
                        .adaptiveRefreshTriggersTimeout(Duration.ofSeconds(1))
                        .enablePeriodicRefresh(Duration.ofSeconds(5))
                        .build();
        var options = options(ClusterClientOptions.builder());
        many.setOptions(
                ((ClusterClientOptions.Builder) options).topologyRefreshOptions(refresh).build());
        return many;
    }

    private static ClientOptions.Builder options(ClientOptions.Builder options) {
        return options.autoReconnect(true)
                // Waiting commands would fill the memory while Redis is away.
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(Redis.PATIENCE))
                .socketOptions(
                        SocketOptions.builder()
                                .connectTimeout(CONNECT_WITHIN)
                                .keepAlive(
                                        KeepAliveOptions.builder()
                                                .enable()
                                                .idle(Duration.ofSeconds(5))
                                                .interval(Duration.ofSeconds(1))
                                                .count(3)
                                                .build())
                                .build());
    }

    private void connect() {
        var said = false;
        while (!closed && commands == null) {
            try {
                open();
            } catch (RedisException e) {
                if (!said) {
                    log.warn(
                            "{} cannot be reached, working without until it can: {}",
                            properties,
                            e.getMessage());
                    said = true;
                }
                pause();
            }
        }
    }

    private void open() {
        if (client instanceof RedisClusterClient cluster) {
            var opened = cluster.connect(ByteArrayCodec.INSTANCE);
            connection = opened;
            commands = opened.async();
        } else if (client instanceof RedisClient single) {
            var opened = single.connect(ByteArrayCodec.INSTANCE);
            connection = opened;
            commands = opened.async();
        }
    }

    private void awaitFirstTry() {
        try {
            connecting.join(CONNECT_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    RedisClusterAsyncCommands<byte[], byte[]> commands() {
        var ready = commands;
        if (ready == null) {
            throw new RedisException("not connected yet");
        }
        return ready;
    }

    boolean isConnected() {
        var open = connection;
        return open != null && open.isOpen();
    }

    @Override
    public synchronized void close() {
        closed = true;
        connecting.interrupt();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        resources.shutdown(0, 1, TimeUnit.SECONDS);
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_NEXT_TRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
