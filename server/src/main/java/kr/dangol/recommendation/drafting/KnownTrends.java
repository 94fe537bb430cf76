package kr.dangol.recommendation.drafting;

import kr.dangol.market.Statement;
import kr.dangol.market.Trends;
import kr.dangol.recommendation.planning.WritingReport.TrendWording;

/// The market's statements, and whether a writer has put them into words already.
public record KnownTrends(Trends trends, boolean areWorded) {

    KnownTrends in(TrendWording words) {
        return new KnownTrends(
                new Trends(
                        in(words.industry(), trends.industry()),
                        in(words.location(), trends.location()),
                        in(words.season(), trends.season())),
                true);
    }

    private static Statement in(String words, Statement fact) {
        return new Statement(words, fact.source(), fact.asOf());
    }
}
