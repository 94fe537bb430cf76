package kr.dangol.market;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The series of public figures we speak of. Age counts from the day the figures stand for: what is
/// stale is said with its age, and later not at all.
public enum Series {
    /// Shops, by class of trade and region, a quarter.
    STORES("소상공인시장진흥공단 상가(상권)정보", 240, 480),
    /// Output of services by 시도 and kind, a quarter, 2020 = 100.
    SERVICE_OUTPUT("국가데이터처 서비스업동향조사", 240, 480),
    /// Retail sales by 시도, a quarter or month, 2020 = 100.
    REGIONAL_RETAIL("국가데이터처 소매판매", 240, 480),
    /// Retail sales by goods, a month.
    RETAIL_GOODS("국가데이터처 소매판매", 120, 450),
    /// Estimated sales of an average shop in 서울 by kind, won a quarter.
    SEOUL_SALES("서울시 상권분석서비스(추정매출)", 240, 480),
    /// Percent of those sales made on Saturdays and Sundays.
    SEOUL_WEEKEND("서울시 상권분석서비스(추정매출)", 240, 480),
    /// Blog posts found in seven days, by search words.
    BLOG_POSTS("네이버 블로그 검색", 4, 14),
    /// Public posts seen with a hashtag in a week.
    HASHTAG_POSTS("인스타그램 해시태그 검색", 9, 21),
    /// Days off (1), by day.
    HOLIDAYS("한국천문연구원 특일정보", 60, 400);

    /// How current figures are.
    public enum Freshness {
        FRESH,
        STALE,
        DROPPED
    }

    private final String source;
    private final int staleAfterDays;
    private final int dropAfterDays;

    Series(String source, int staleAfterDays, int dropAfterDays) {
        this.source = source;
        this.staleAfterDays = staleAfterDays;
        this.dropAfterDays = dropAfterDays;
    }

    public String source() {
        return source;
    }

    public Freshness freshness(LocalDate asOf, LocalDate today) {
        var age = ChronoUnit.DAYS.between(asOf, today);
        if (age > dropAfterDays) {
            return Freshness.DROPPED;
        }
        return age > staleAfterDays ? Freshness.STALE : Freshness.FRESH;
    }

    Duration kept() {
        return Duration.ofDays(dropAfterDays * 2L);
    }
}
