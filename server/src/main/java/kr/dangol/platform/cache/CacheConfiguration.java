package kr.dangol.platform.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    @Bean
    CacheStore cacheStore() {
        return new CaffeineCacheStore(Ticker.systemTicker());
    }

    @Bean
    Caches caches(CacheStore store, MeterRegistry meters) {
        return new Caches(store, meters);
    }
}
