package kr.dangol.forecast.learning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dangol.casebook.Precedent;
import kr.dangol.event.EventTraits;
import kr.dangol.forecast.Likeness;
import kr.dangol.forecast.model.Belief;
import kr.dangol.forecast.model.Design;
import kr.dangol.forecast.model.ResponseKind;
import kr.dangol.forecast.model.ResponseModel;
import kr.dangol.forecast.model.Subject;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import org.jspecify.annotations.Nullable;

/// What we think moves an event's result. The beliefs stand only until data arrive: a million won
/// brings about 150 people, twice the money half as many more; small budgets earn more per won.
final class Trade {

    static final int PARTICIPANTS = 0;
    static final int ROI = 1;

    /// How many people take part, and ROI as a ratio: -1 is all lost, 0 is even. ROI starts on the
    /// scale of revenue per won.
    static final List<ResponseKind> RESPONSES =
            List.of(
                    new ResponseKind(new Belief(150, 0.6), 0, 0, 0.5, true),
                    new ResponseKind(new Belief(3, -0.25), 1, -1, -0.9, false));

    /// Other scales that ROI may turn out to live on: nearly that of profit over cost, or nearly
    /// that of plain sums.
    static double[] shiftsOfRoi() {
        return new double[] {0, 0.3, 3};
    }

    static final Design DESIGN = design();

    private static final LocalDate EPOCH = LocalDate.of(2020, 1, 1);
    private static final double DAYS_PER_YEAR = 365.25;

    private Trade() {}

    private static Design design() {
        var builder =
                Design.aroundDose(
                        Math.log(1_000_000),
                        Math.log(150_000),
                        Math.log(400_000),
                        Math.log(1_000_000),
                        Math.log(2_500_000),
                        Math.log(6_000_000));
        var industry = builder.drivingFactor("industry", 0.2);
        var type = builder.drivingFactor("business type", 0.2);
        var city = builder.factor("city", 0.1);
        builder.factor("district", 0.08);
        var purpose = builder.drivingFactor("purpose", 0.12);
        var channel = builder.drivingFactor("channel", 0.12);
        var season = builder.factor("season", 0.1);
        var month = builder.factor("month", 0.06);
        var occasion = builder.factor("occasion", 0.1);
        var prize = builder.text("prize");
        var way = builder.text("participation");
        builder.cross(industry, purpose)
                .cross(industry, season)
                .cross(industry, channel)
                .cross(industry, city)
                .cross(industry, month)
                .cross(type, purpose)
                .cross(type, season)
                .cross(type, channel)
                .cross(type, city)
                .cross(purpose, channel)
                .cross(purpose, season)
                .cross(channel, season)
                .cross(channel, city)
                .cross(city, season)
                .cross(city, purpose)
                .cross(industry, occasion)
                .textCross(prize, industry)
                .textCross(prize, type)
                .textCross(prize, purpose)
                .textCross(prize, channel)
                .textCross(prize, season)
                .textCross(prize, city)
                .textCross(way, industry)
                .textCross(way, type)
                .textCross(way, purpose)
                .textCross(way, channel)
                .textCross(way, season)
                .textPair();
        return builder.build();
    }

    /// In the order of the factors above.
    private static final List<Likeness> OF_FACTORS =
            List.of(
                    Likeness.INDUSTRY,
                    Likeness.BUSINESS_TYPE,
                    Likeness.CITY,
                    Likeness.DISTRICT,
                    Likeness.PURPOSE,
                    Likeness.TYPE,
                    Likeness.SEASON,
                    Likeness.MONTH,
                    Likeness.OCCASION);

    private static final List<Likeness> OF_TEXTS = List.of(Likeness.PRIZE, Likeness.PARTICIPATION);

    private static final double NEAR_IN_COST = Math.log(1.5);

    /// Budgets differ more than anything else.
    private static final double SPREAD_OF_COST = 0.3;

    /// What two subjects share; of a wider and a narrower thing the narrower.
    static List<Likeness> common(Subject one, Subject other) {
        var common = EnumSet.noneOf(Likeness.class);
        for (var i = 0; i < OF_FACTORS.size(); i++) {
            var level = one.factors().get(i);
            if (level != null && level.equals(other.factors().get(i))) {
                common.add(OF_FACTORS.get(i));
            }
        }
        for (var i = 0; i < OF_TEXTS.size(); i++) {
            if (shareAWord(one.texts().get(i), other.texts().get(i))) {
                common.add(OF_TEXTS.get(i));
            }
        }
        if (Math.abs(one.dose() - other.dose()) <= NEAR_IN_COST) {
            common.add(Likeness.COST);
        }
        dropWider(common, Likeness.BUSINESS_TYPE, Likeness.INDUSTRY);
        dropWider(common, Likeness.DISTRICT, Likeness.CITY);
        dropWider(common, Likeness.MONTH, Likeness.SEASON);
        return List.copyOf(common);
    }

    private static void dropWider(Set<Likeness> common, Likeness narrow, Likeness wide) {
        if (common.contains(narrow)) {
            common.remove(wide);
        }
    }

    private static boolean shareAWord(String one, String other) {
        return !Collections.disjoint(words(one), words(other));
    }

    private static Set<String> words(String text) {
        return NOT_LETTERS
                .splitAsStream(text)
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    /// How far results differ by this.
    static double spread(ResponseModel model, Likeness likeness) {
        var factor = OF_FACTORS.indexOf(likeness);
        if (factor >= 0) {
            return model.spreadOfFactor(factor);
        }
        var text = OF_TEXTS.indexOf(likeness);
        return text >= 0 ? model.spreadOfText(text) : SPREAD_OF_COST;
    }

    static Subject subject(EventTraits traits) {
        return subject(
                traits.industry(),
                traits.businessType(),
                traits.region(),
                traits.purpose(),
                traits.channel(),
                traits.date(),
                Season.of(traits.date()),
                traits.prize(),
                traits.participation(),
                traits.cost().amount());
    }

    /// The precedent must have a cost.
    static Subject subject(Precedent precedent, long cost) {
        return subject(
                precedent.industry(),
                precedent.businessType(),
                precedent.region(),
                precedent.purpose(),
                precedent.channel(),
                precedent.date(),
                precedent.season(),
                precedent.prize(),
                precedent.participation(),
                cost);
    }

    private static Subject subject(
            Industry industry,
            BusinessType type,
            @Nullable Region region,
            @Nullable Purpose purpose,
            @Nullable Channel channel,
            @Nullable LocalDate date,
            @Nullable Season season,
            String prize,
            String participation,
            long cost) {
        var district = region == null || region.district() == null ? null : region.label();
        List<@Nullable String> factors =
                Arrays.asList(
                        industry.key(),
                        type.name(),
                        region == null ? null : region.city(),
                        district,
                        purpose == null ? null : purpose.name(),
                        channel == null ? null : channel.name(),
                        season == null ? null : season.name(),
                        date == null ? null : date.getMonth().name(),
                        date == null ? null : Occasions.near(date));
        return new Subject(
                factors,
                Amounts.of(prize),
                List.of(prize, participation),
                Math.log(Math.max(1, cost)),
                date == null ? Double.NaN : years(date));
    }

    private static double years(LocalDate date) {
        return (date.toEpochDay() - EPOCH.toEpochDay()) / DAYS_PER_YEAR;
    }
}
