package kr.dangol.casebook.lucene;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.search.PrecedentFilter;
import org.jspecify.annotations.Nullable;

/// A single-valued property of a precedent that filters ask for.
enum Label {
    ORIGIN(precedent -> precedent.origin().name(), filter -> null),
    INDUSTRY(precedent -> precedent.industry().name(), filter -> name(filter.industry())),
    TYPE(precedent -> precedent.businessType().name(), PrecedentFilter::businessType),
    CITY(Label::city, PrecedentFilter::city),
    GRADE(precedent -> precedent.grade().name(), filter -> name(filter.grade())),
    OUTCOME(precedent -> text(precedent.hasOutcome()), filter -> text(filter.hasOutcome())),
    OWNER(precedent -> text(precedent.owner()), filter -> text(filter.owner()));

    private final Function<Precedent, @Nullable String> value;
    private final Function<PrecedentFilter, @Nullable String> wanted;

    Label(
            Function<Precedent, @Nullable String> value,
            Function<PrecedentFilter, @Nullable String> wanted) {
        this.value = value;
        this.wanted = wanted;
    }

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable String of(Precedent precedent) {
        return value.apply(precedent);
    }

    /// The labels of which a filter wants one value. Of origins it may want several, so they are
    /// not among them.
    static Map<Label, String> wantedBy(PrecedentFilter filter) {
        var wanted = new EnumMap<Label, String>(Label.class);
        for (var label : values()) {
            var value = label.wanted.apply(filter);
            if (value != null) {
                wanted.put(label, value);
            }
        }
        return wanted;
    }

    private static @Nullable String city(Precedent precedent) {
        var region = precedent.region();
        return region == null ? null : region.city();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
