package kr.dangol.platform.redis;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kr.dangol.platform.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `REDIS_HOST`, `REDIS_PORT`, `REDIS_PASSWORD`, or `REDIS_CLUSTER_NODES` (`host:port,host:port`).
@ConfigurationProperties("dangol.redis")
record RedisProperties(String host, int port, String password, String clusterNodes) {

    boolean isCluster() {
        return !clusterNodes.isBlank();
    }

    List<RedisURI> addresses(Duration timeout) {
        if (!isCluster()) {
            return List.of(address(host, port, timeout));
        }
        return Arrays.stream(clusterNodes.split(","))
                .map(String::strip)
                .filter(node -> !node.isEmpty())
                .map(node -> address(node, timeout))
                .toList();
    }

    private RedisURI address(String node, Duration timeout) {
        var colon = node.lastIndexOf(':');
        try {
            return address(
                    node.substring(0, colon), Integer.parseInt(node.substring(colon + 1)), timeout);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new CannotStart(
                    "REDIS_CLUSTER_NODES must read host:port,host:port and holds " + node + ".", e);
        }
    }

    private RedisURI address(String host, int port, Duration timeout) {
        var address = RedisURI.builder().withHost(host).withPort(port).withTimeout(timeout);
        if (!password.isEmpty()) {
            address.withPassword(password.toCharArray());
        }
        return address.build();
    }

    @Override
    public String toString() {
        return "RedisProperties[" + (isCluster() ? clusterNodes : host + ":" + port) + "]";
    }
}
