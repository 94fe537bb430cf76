package kr.dangol.insight.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    static final String WORKER = "insightWorker";

    /// What still waits at a shutdown is in the publication registry and comes again. No default
    /// candidate, so that everybody else keeps the executor there would be without this one.
    @Bean(name = WORKER, defaultCandidate = false)
    ThreadPoolTaskExecutor insightWorker() {
        var worker = new ThreadPoolTaskExecutor();
        worker.setThreadNamePrefix("insight-");
        worker.setCorePoolSize(1);
        worker.setMaxPoolSize(1);
        return worker;
    }
}
