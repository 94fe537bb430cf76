package kr.dangol.forecast.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.dangol.event.EventTraits;
import kr.dangol.forecast.web.ForecastRequest.Location;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Reads requests into plans and collects everything that is wrong with them, so that a caller with
/// a thousand plans learns of all faults at once.
final class PlanReader {

    static final int LONGEST_TYPE = 50;
    static final int LONGEST_PRIZE = 50;
    static final int LONGEST_PARTICIPATION = 200;
    private static final long HIGHEST_COST = 1_000_000_000_000L;

    /// A plan and the margin at which it is judged.
    record Plan(EventTraits traits, int marginPercent) {}

    private final List<FieldError> errors = new ArrayList<>();

    /// The plans, or a refusal that names every fault.
    static List<Plan> read(ForecastRequests requests) {
        var reader = new PlanReader();
        var plans = new ArrayList<Plan>(requests.items().size());
        for (var i = 0; i < requests.items().size(); i++) {
            var prefix = requests.single() ? "" : "[" + i + "].";
            reader.plan(requests.items().get(i), prefix).ifPresent(plans::add);
        }
        if (!reader.errors.isEmpty()) {
            throw new InvalidRequest(reader.errors.toArray(FieldError[]::new));
        }
        return plans;
    }

    private Optional<Plan> plan(@Nullable ForecastRequest request, String at) {
        if (request == null) {
            return refused(at.replace("].", "]"), "field.required");
        }
        var industry = known(at + "industry", request.industry(), Industry::find);
        var type = type(at + "businessType", request.businessType(), industry);
        var region = region(at + "location", request.location());
        var purpose = known(at + "purpose", request.purpose(), Purpose::find);
        var date = given(at + "date", request.date());
        var channel = known(at + "type", request.type(), Channel::find);
        var cost = cost(at + "cost", request.cost());
        var prize = text(at + "prize", request.prize(), LONGEST_PRIZE);
        var way = text(at + "participation", request.participation(), LONGEST_PARTICIPATION);
        var margin = margin(at + "marginPercent", request.marginPercent(), type);
        if (industry == null
                || type == null
                || purpose == null
                || date == null
                || channel == null
                || cost == null
                || prize == null
                || way == null) {
            return Optional.empty();
        }
        var traits =
                new EventTraits(industry, type, region, purpose, date, channel, cost, prize, way);
        return Optional.of(new Plan(traits, margin));
    }

    private <T> Optional<T> refused(String field, String messageKey, Object... arguments) {
        errors.add(FieldError.of(field, messageKey, arguments));
        return Optional.empty();
    }

    private <T> @Nullable T given(String field, @Nullable T value) {
        if (value == null) {
            refused(field, "field.required");
        }
        return value;
    }

    private <T> @Nullable T known(
            String field, @Nullable String text, Function<String, Optional<T>> find) {
        if (given(field, text) == null || text == null) {
            return null;
        }
        var found = find.apply(text);
        return found.isPresent()
                ? found.get()
                : this.<T>refused(field, "field.invalid").orElse(null);
    }

    private @Nullable BusinessType type(
            String field, @Nullable String text, @Nullable Industry industry) {
        if (text != null && text.length() > LONGEST_TYPE) {
            refused(field, "field.forecast.long", LONGEST_TYPE);
            return null;
        }
        if (industry == null) {
            return null;
        }
        return text == null || text.isBlank()
                ? BusinessTypes.general(industry)
                : BusinessTypes.resolve(text, industry);
    }

    /// An unknown place is allowed, a wrong one is not.
    private @Nullable Region region(String field, @Nullable Location location) {
        if (location == null) {
            return null;
        }
        var city = given(field + ".city", location.city());
        if (city == null) {
            return null;
        }
        var found = Regions.find(city, location.district());
        if (found.isEmpty()) {
            refused(field, "field.forecast.location");
        }
        return found.orElse(null);
    }

    private @Nullable Won cost(String field, @Nullable Long cost) {
        if (given(field, cost) == null || cost == null) {
            return null;
        }
        if (cost < 1 || cost > HIGHEST_COST) {
            refused(field, "field.forecast.between", 1, HIGHEST_COST);
            return null;
        }
        return Won.of(cost);
    }

    private @Nullable String text(String field, @Nullable String text, int longest) {
        if (given(field, text) == null || text == null) {
            return null;
        }
        if (text.isBlank()) {
            refused(field, "field.required");
            return null;
        }
        if (text.length() > longest) {
            refused(field, "field.forecast.long", longest);
            return null;
        }
        return text.strip();
    }

    private int margin(String field, @Nullable Integer percent, @Nullable BusinessType type) {
        if (percent == null) {
            return type == null ? 0 : type.defaultMarginPercent();
        }
        if (percent < 1 || percent > 100) {
            refused(field, "field.forecast.between", 1, 100);
        }
        return percent;
    }
}
