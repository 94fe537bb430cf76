package kr.dangol.insight.sums;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The three pairs of tables of sums.
@Configuration(proxyBeanMethods = false)
public class Cubes {

    /// By what recommendations and outcomes can be told apart.
    public static final List<String> ANSWER_DIMENSIONS =
            List.of("industry", "city", "engine", "prompt_version");

    public static final List<String> CALL_DIMENSIONS = List.of("service", "task", "model");

    @Bean
    Cube<AnswerSum> answerCube(JdbcClient jdbc) {
        return new Cube<>(jdbc, "insight.answer", AnswerSum.class, ANSWER_DIMENSIONS);
    }

    @Bean
    Cube<OutcomeSum> outcomeCube(JdbcClient jdbc) {
        return new Cube<>(jdbc, "insight.outcome", OutcomeSum.class, ANSWER_DIMENSIONS);
    }

    @Bean
    Cube<CallSum> callCube(JdbcClient jdbc) {
        return new Cube<>(jdbc, "insight.call", CallSum.class, CALL_DIMENSIONS);
    }
}
