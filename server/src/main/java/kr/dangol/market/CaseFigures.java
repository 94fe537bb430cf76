package kr.dangol.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Season;
import org.jspecify.annotations.Nullable;

/// What the case book shows, summed up for every group a statement may speak of. Immutable; made
/// anew when the book changes.
final class CaseFigures {

    /// Who says so.
    static final String SOURCE = "단골 사례집";

    private final LocalDate asOf;
    private final Map<Scope, Figures> figures = new HashMap<>();

    /// A group of events; what is null may be anything.
    record Scope(
            @Nullable Industry industry,
            @Nullable String businessType,
            @Nullable String place,
            @Nullable Season season) {

        static Scope all() {
            return new Scope(null, null, null, null);
        }

        static Scope of(Industry industry) {
            return new Scope(industry, null, null, null);
        }

        Scope type(String name) {
            return new Scope(industry, name, place, season);
        }

        Scope in(String city) {
            return new Scope(industry, businessType, city, season);
        }

        Scope during(Season time) {
            return new Scope(industry, businessType, place, time);
        }
    }

    private CaseFigures(LocalDate asOf) {
        this.asOf = asOf;
    }

    static CaseFigures of(Collection<Note> notes, LocalDate asOf) {
        var groups = new HashMap<Scope, List<Note>>();
        for (var note : notes) {
            for (var scope : scopesOf(note)) {
                groups.computeIfAbsent(scope, _ -> new ArrayList<>()).add(note);
            }
        }
        var result = new CaseFigures(asOf);
        groups.forEach(result::add);
        return result;
    }

    private void add(Scope scope, List<Note> notes) {
        var summed = Figures.of(notes);
        if (summed != null) {
            figures.put(scope, summed);
        }
    }

    private static List<Scope> scopesOf(Note note) {
        var industry = Scope.of(note.industry());
        var scopes = new ArrayList<Scope>();
        scopes.add(Scope.all());
        scopes.add(industry);
        scopes.add(industry.type(note.businessType()));
        if (note.season() != null) {
            scopes.add(industry.during(note.season()));
        }
        for (var place : placesOf(note)) {
            scopes.add(Scope.all().in(place));
            scopes.add(industry.in(place));
        }
        return scopes;
    }

    private static List<String> placesOf(Note note) {
        var city = note.city();
        if (city == null) {
            return List.of();
        }
        var places = new ArrayList<>(List.of(city));
        Area.of(city).ifPresent(area -> places.add(area.label()));
        if (note.district() != null) {
            places.add(city + " " + note.district());
        }
        return places;
    }

    /// The day on which the book was read.
    LocalDate asOf() {
        return asOf;
    }

    /// Empty when too little stands behind a group.
    Optional<Figures> find(Scope scope) {
        return Optional.ofNullable(figures.get(scope));
    }
}
