package kr.dangol.platform.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import kr.dangol.platform.cluster.Broadcast;
import kr.dangol.platform.redis.Redis;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    @Bean
    CacheStore cacheStore(ObjectProvider<Redis> redis, Broadcast broadcast) {
        var own = new CaffeineCacheStore(Ticker.systemTicker());
        var shared = redis.getIfAvailable();
        return shared == null
                ? new FollowingCacheStore(own, broadcast)
                : new SharedCacheStore(own, shared, broadcast);
    }

    @Bean
    Caches caches(CacheStore store, ObjectProvider<Redis> redis, MeterRegistry meters) {
        var shared = redis.getIfAvailable();
        var relay = shared == null ? FlightRelay.none() : new RedisFlightRelay(shared);
        return new Caches(store, relay, meters);
    }
}
