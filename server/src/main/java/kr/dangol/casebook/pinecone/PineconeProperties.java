package kr.dangol.casebook.pinecone;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of Pinecone.
///
/// @param apiKey without one the index on our own disk serves
/// @param index its name; one of another length of vectors gets the length behind it
/// @param baseUrl the control plane, all that stands before `/indexes`
/// @param indexHost where the index answers; asked of the control plane when empty
/// @param cloud where an index is created
/// @param region of that cloud
/// @param environment of an older API, ignored
/// @param writingTime one write may take this long, retries included
@Validated
@ConfigurationProperties("dangol.casebook.pinecone")
record PineconeProperties(
        @Nullable String apiKey,
        @NotBlank String index,
        @NotBlank String baseUrl,
        @Nullable String indexHost,
        String cloud,
        String region,
        @Nullable String environment,
        @DefaultValue("30s") Duration writingTime) {}
