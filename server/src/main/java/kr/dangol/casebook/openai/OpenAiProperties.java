package kr.dangol.casebook.openai;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of OpenAI's embeddings.
///
/// @param apiKey without one the built-in embedder serves
/// @param baseUrl all that stands before `/v1`
/// @param dimensions how long vectors are
/// @param krwPerUsd exchange rate for prices
/// @param indexingTime one batch of the index may take this long, retries included
/// @param prices the vendor's price list, US dollars for a million tokens
@Validated
@ConfigurationProperties("dangol.casebook.openai")
record OpenAiProperties(
        @Nullable String apiKey,
        String baseUrl,
        int dimensions,
        @Positive double krwPerUsd,
        @DefaultValue("60s") Duration indexingTime,
        @NotEmpty List<Price> prices) {

    record Price(String model, LocalDate effective, BigDecimal input) {}
}
