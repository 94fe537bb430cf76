package kr.dangol.intake.source;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of collection. A source without its keys is skipped and says so.
///
/// @param nightly whether the built-in scheduler starts a run at 02:00; off where another scheduler
///   does
/// @param timeout for one answer, its last byte included
/// @param largestAnswer in bytes; longer answers are not read
/// @param casesDir a folder of CSV files with cases, read each night
@Validated
@ConfigurationProperties("dangol.intake")
public record IntakeProperties(
        @DefaultValue("true") boolean nightly,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("8388608") @Positive int largestAnswer,
        @Nullable Path casesDir,
        @Valid DataGoKr dataGoKr,
        @Valid Kosis kosis,
        @Valid Naver naver,
        @Valid Instagram instagram,
        @Valid Seoul seoul) {

    /// data.go.kr: shops and holidays.
    public record DataGoKr(
            @Nullable String serviceKey,
            @Nullable String baseUrl,
            @DefaultValue("10000") @Positive int callsPerDay,
            @DefaultValue("10") @Positive double callsPerSecond) {}

    public record Kosis(
            @Nullable String apiKey,
            @Nullable String baseUrl,
            @DefaultValue("2000") @Positive int callsPerDay,
            @DefaultValue("3") @Positive double callsPerSecond,
            @DefaultValue List<KosisTable> tables) {}

    /// A statistical table that feeds a series.
    ///
    /// @param item the item whose name begins so is taken; the first one where empty
    /// @param places which class holds the 시도, counted from 1; 0 for none
    /// @param subjects which class holds the subject, counted from 1; 0 for none
    public record KosisTable(
            String series,
            String table,
            String period,
            @Positive int periods,
            @DefaultValue("") String item,
            int places,
            int subjects) {}

    /// @param days posts older than this end a search
    public record Naver(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue("hub") @Pattern(regexp = "hub|legacy") String api,
            @Nullable String baseUrl,
            List<String> queries,
            @DefaultValue("90") @Positive int days,
            @DefaultValue("25000") @Positive int callsPerDay,
            @DefaultValue("775000") @Positive int callsPerMonth,
            @DefaultValue("8") @Positive double callsPerSecond) {

        public boolean isHub() {
            return api.equals("hub");
        }
    }

    /// @param pagesPerTag no tag takes more pages a night
    public record Instagram(
            @Nullable String accessToken,
            @Nullable String userId,
            @Nullable String baseUrl,
            @DefaultValue("v23.0") String version,
            List<String> tags,
            @DefaultValue("60") @Positive int pagesPerTag,
            @DefaultValue("4000") @Positive int callsPerDay,
            @DefaultValue("2") @Positive double callsPerSecond) {}

    public record Seoul(
            @Nullable String key,
            @Nullable String baseUrl,
            @DefaultValue("1000") @Positive int callsPerDay,
            @DefaultValue("5") @Positive double callsPerSecond) {}
}
