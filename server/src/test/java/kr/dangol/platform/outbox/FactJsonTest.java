package kr.dangol.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class FactJsonTest {

    private final FactJson facts =
            new FactJson(
                    JsonMapper.builder()
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build());

    private record Fact(String what, Instant at) {}

    @Test
    void comesBackAsItWas() {
        var fact = new Fact("열렸어요", Instant.parse("2026-11-30T01:02:03.456789Z"));
        assertThat(facts.deserialize(facts.serialize(fact), Fact.class)).isEqualTo(fact);
    }

    @Test
    void passesOverWhatANewerInstanceAdds() {
        var newer = "{\"what\":\"열렸어요\",\"at\":\"2026-11-30T01:02:03Z\",\"why\":\"축제\"}";
        assertThat(facts.deserialize(newer, Fact.class).what()).isEqualTo("열렸어요");
    }
}
