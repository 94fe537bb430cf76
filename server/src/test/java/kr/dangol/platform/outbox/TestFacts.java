package kr.dangol.platform.outbox;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.dangol.platform.InOrder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;

/// A fact and a listener whose effect is a row, which it writes before it fails, if it is to fail.
@TestConfiguration(proxyBeanMethods = false)
class TestFacts {

    record Happened(String key, int number) implements InOrder {

        @Override
        public String orderKey() {
            return key;
        }
    }

    private final JdbcClient jdbc;
    private final ConcurrentHashMap.KeySetView<Happened, Boolean> refused =
            ConcurrentHashMap.newKeySet();
    private final List<Happened> calls = new CopyOnWriteArrayList<>();

    TestFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists effect (id serial, key text, number int)").update();
    }

    void refuse(Happened fact) {
        refused.add(fact);
    }

    void takeAgain() {
        refused.clear();
    }

    List<Happened> calls() {
        return List.copyOf(calls);
    }

    List<Integer> effects(String key) {
        return jdbc.sql("select number from effect where key = :key order by id")
                .param("key", key)
                .query((row, number) -> row.getInt(1))
                .list();
    }

    @ApplicationModuleListener
    void on(Happened fact) {
        calls.add(fact);
        jdbc.sql("insert into effect (key, number) values (:key, :number)")
                .param("key", fact.key())
                .param("number", fact.number())
                .update();
        if (refused.contains(fact)) {
            throw new IllegalStateException("not now");
        }
    }
}
