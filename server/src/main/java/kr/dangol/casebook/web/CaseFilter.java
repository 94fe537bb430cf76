package kr.dangol.casebook.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import org.jspecify.annotations.Nullable;

/// Reads the filters of a search, and refuses those that name nothing.
final class CaseFilter {

    private final List<FieldError> errors = new ArrayList<>();

    private CaseFilter() {}

    static PrecedentFilter of(
            @Nullable String industry,
            @Nullable String businessType,
            @Nullable String city,
            @Nullable String origin,
            @Nullable String grade,
            @Nullable String hasOutcome) {
        var reading = new CaseFilter();
        var ofOrigin = reading.read("origin", origin, text -> constant(Origin.class, text));
        var type = reading.read("businessType", businessType, BusinessTypes::find);
        var filter =
                new PrecedentFilter(
                        ofOrigin == null ? Set.of() : Set.of(ofOrigin),
                        reading.read("industry", industry, Industry::find),
                        type == null ? null : type.name(),
                        city == null || city.isBlank() ? null : city.strip(),
                        reading.read("grade", grade, text -> constant(Grade.class, text)),
                        reading.read("hasOutcome", hasOutcome, CaseFilter::truth),
                        null,
                        null,
                        null);
        if (!reading.errors.isEmpty()) {
            throw new InvalidRequest(reading.errors.toArray(FieldError[]::new));
        }
        return filter;
    }

    private <T> @Nullable T read(
            String field, @Nullable String text, Function<String, Optional<T>> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var value = reader.apply(text.strip());
        if (value.isEmpty()) {
            errors.add(FieldError.of(field, "field.invalid"));
        }
        return value.orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        try {
            return Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
