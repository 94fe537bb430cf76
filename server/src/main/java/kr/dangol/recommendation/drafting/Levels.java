package kr.dangol.recommendation.drafting;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kr.dangol.platform.cache.Caches;
import kr.dangol.platform.cache.ContentCache;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The three levels of caching. An industry's entries share a generation, so that a new outcome
/// voids them all at once.
@Component
public class Levels {

    private final Caches caches;
    private final ContentCache<KnownTrends> trends;
    private final ContentCache<SimilarCases> similar;
    private final ContentCache<SixPlans> answers;

    Levels(Caches caches) {
        this.caches = caches;
        trends = caches.level("trends", 1, KnownTrends.class, Duration.ofHours(1));
        similar = caches.level("similar", 1, SimilarCases.class, Duration.ofMinutes(30));
        answers = caches.level("recommendation", 1, SixPlans.class, Duration.ofMinutes(15));
    }

    ContentCache<KnownTrends>.Entry trends(Brief brief) {
        return trends.entry(
                brief.industry().key(),
                key(
                        brief.businessType().name(),
                        city(brief.region()),
                        district(brief.region()),
                        week(brief.startDate())));
    }

    ContentCache<SimilarCases>.Entry similar(Brief brief) {
        return similar.entry(
                brief.industry().key(),
                key(
                        brief.businessType().name(),
                        city(brief.region()),
                        district(brief.region()),
                        brief.season().name(),
                        brief.purpose().key(),
                        limit(brief),
                        brief.wish()));
    }

    /// Everything that changes the answer: the brief, and what it is written with.
    public ContentCache<SixPlans>.Entry answer(Brief brief, Engine engine) {
        var parts =
                new ArrayList<@Nullable String>(
                        key(
                                brief.businessType().name(),
                                city(brief.region()),
                                district(brief.region()),
                                brief.purpose().key(),
                                brief.startDate().toString(),
                                limit(brief),
                                brief.wish(),
                                engine.name(),
                                engine.model(),
                                engine.promptVersion()));
        brief.avoidTitles().stream().sorted().forEach(parts::add);
        return answers.entry(brief.industry().key(), parts);
    }

    public void invalidate(Industry industry) {
        caches.invalidate(industry.key());
    }

    private static List<@Nullable String> key(@Nullable String... parts) {
        return Arrays.asList(parts);
    }

    private static @Nullable String city(@Nullable Region region) {
        return region == null ? null : region.city();
    }

    private static @Nullable String district(@Nullable Region region) {
        return region == null ? null : region.district();
    }

    private static @Nullable String limit(Brief brief) {
        var limit = brief.maxBudget();
        return limit == null ? null : Long.toString(limit.amount());
    }

    private static String week(LocalDate date) {
        return date.get(IsoFields.WEEK_BASED_YEAR)
                + "w"
                + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
