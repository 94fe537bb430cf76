package kr.dangol.casebook.sample;

import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Season;

/// What came of a sample event: the relations that a forecast can learn from the samples.
///
/// Participants grow with the cost to the power of 0.7 (diminishing returns), so that extra revenue
/// per won falls and with it ROI. On top come factors for trade, season, purpose, channel, way of
/// taking part, place, and a factor of the shop itself that all its events share. The base is what
/// a 250,000 won event online draws in a small shop: about 130 people who bring 8,000 won of extra
/// revenue each.
record SampleFigures(int participants, int roi) {

    private static final double BASE_COST = 250_000;
    private static final double BASE_PARTICIPANTS = 118;
    private static final double BASE_REVENUE = 8_000;
    private static final double BASE_TICKET = 12_000;
    private static final double COST_ELASTICITY = 0.70;
    private static final double NOISE_OF_PARTICIPANTS = 0.26;
    private static final double NOISE_OF_REVENUE = 0.52;

    /// Everything the figures depend on.
    record Causes(
            SampleTrade trade,
            SampleMechanic mechanic,
            Purpose purpose,
            Season season,
            SamplePlace place,
            long cost,
            double storeReach,
            double storeSpending) {}

    static SampleFigures of(Causes causes, SampleDice dice) {
        var ticket = causes.trade().ticket() / BASE_TICKET;
        var participants =
                BASE_PARTICIPANTS
                        * StrictMath.pow(causes.cost() / BASE_COST, COST_ELASTICITY)
                        * StrictMath.pow(ticket, -0.40)
                        * reachOf(causes)
                        * dice.lognormal(NOISE_OF_PARTICIPANTS);
        var whole = (int) Math.max(8, Math.round(participants));
        var revenue =
                whole
                        * BASE_REVENUE
                        * StrictMath.pow(ticket, 0.43)
                        * spendingOf(causes)
                        * dice.lognormal(NOISE_OF_REVENUE);
        var roi = Math.round((revenue - causes.cost()) / causes.cost() * 100);
        return new SampleFigures(whole, (int) Math.min(roi, 1_500));
    }

    private static double reachOf(Causes causes) {
        return causes.mechanic().reach()
                * causes.storeReach()
                * ofPlace(causes.place())
                * ofSeason(causes.trade().type().industry(), causes.season())
                * ofPurposeOnReach(causes.purpose())
                * (causes.mechanic().channel() == Channel.ONLINE ? 1.10 : 1.0);
    }

    private static double spendingOf(Causes causes) {
        return causes.mechanic().spending()
                * causes.storeSpending()
                * ofPurposeOnSpending(causes.purpose())
                * (causes.mechanic().channel() == Channel.ONLINE ? 0.94 : 1.0);
    }

    private static double ofPlace(SamplePlace place) {
        return switch (place) {
            case SEOUL -> 1.12;
            case GYEONGGI -> 1.04;
            case METROPOLIS -> 1.0;
            case ELSEWHERE -> 0.90;
        };
    }

    private static double ofSeason(Industry industry, Season season) {
        return switch (industry) {
            case FOOD -> bySeason(season, 1.02, 0.96, 1.00, 1.08);
            case RETAIL -> bySeason(season, 1.06, 0.92, 1.02, 1.08);
            case SERVICE -> bySeason(season, 1.10, 0.98, 0.95, 1.02);
            case LODGING -> bySeason(season, 0.95, 1.28, 1.08, 0.86);
            case OTHER -> bySeason(season, 1.08, 0.95, 1.04, 0.98);
        };
    }

    private static double bySeason(
            Season season, double spring, double summer, double autumn, double winter) {
        return switch (season) {
            case SPRING -> spring;
            case SUMMER -> summer;
            case AUTUMN -> autumn;
            case WINTER -> winter;
        };
    }

    private static double ofPurposeOnReach(Purpose purpose) {
        return switch (purpose) {
            case NEW_CUSTOMERS -> 1.08;
            case REVISIT -> 0.92;
            case SALES -> 1.00;
            case AWARENESS -> 1.16;
        };
    }

    private static double ofPurposeOnSpending(Purpose purpose) {
        return switch (purpose) {
            case NEW_CUSTOMERS -> 0.98;
            case REVISIT -> 1.12;
            case SALES -> 1.14;
            case AWARENESS -> 0.80;
        };
    }
}
