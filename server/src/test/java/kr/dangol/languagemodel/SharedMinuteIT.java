package kr.dangol.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kr.dangol.platform.AccountId;
import kr.dangol.testing.DangolTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two processes that share a minute.
@DangolTest
class SharedMinuteIT {

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private CallLimiter one;
    private CallLimiter other;

    @BeforeEach
    void startTheMinute() {
        jdbc.sql("delete from languagemodel.call_permit").update();
        one = new SharedMinute(10, jdbc, transaction);
        other = new SharedMinute(10, jdbc, transaction);
    }

    @Test
    void anOwnerAloneMayUseTheWholeMinuteAndNoMore() {
        var owner = owner();
        for (var i = 0; i < 5; i++) {
            assertThat(one.tryTake(owner)).isTrue();
            assertThat(other.tryTake(owner)).isTrue();
        }
        assertThat(one.tryTake(owner)).isFalse();
        assertThat(other.tryTake(owner)).isFalse();
        assertThat(other.tryTake(owner())).isFalse();
        assertThat(other.tryTake(null)).isFalse();
    }

    @Test
    void callsComeBackAfterAMinute() {
        var owner = owner();
        for (var i = 0; i < 10; i++) {
            one.tryTake(owner);
        }
        letPass(58);
        assertThat(other.tryTake(owner)).isFalse();
        letPass(2);
        assertThat(other.tryTake(owner)).isTrue();
    }

    @Test
    void aBusyOwnerStandsBackWhenCallsAreShort() {
        var busy = owner();
        var quiet = owner();
        assertThat(other.tryTake(quiet)).isTrue();
        var taken = 0;
        while (one.tryTake(busy)) {
            taken++;
        }
        assertThat(taken).isEqualTo(5);
        for (var i = 0; i < 4; i++) {
            assertThat(other.tryTake(quiet)).isTrue();
        }
        assertThat(one.tryTake(quiet)).isFalse();
    }

    @Test
    void manyAtOnceGetExactlyTheMinute() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all =
                    IntStream.range(0, 60)
                            .mapToObj(i ->
                                    threads.submit(() -> (i % 2 == 0 ? one : other).tryTake(null)))
                            .toList();
            var granted = 0;
            for (var each : all) {
                granted += each.get() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(10);
        }
    }

    private void letPass(int seconds) {
        jdbc.sql(
                        """
                        update languagemodel.call_permit
                        set taken_at = taken_at - make_interval(secs => :seconds)
                        """)
                .param("seconds", seconds)
                .update();
    }

    private static AccountId owner() {
        return new AccountId(UUID.randomUUID());
    }
}
