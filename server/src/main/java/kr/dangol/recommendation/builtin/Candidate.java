package kr.dangol.recommendation.builtin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.shared.Occasion;
import org.jspecify.annotations.Nullable;

/// A mechanic that could be used for a brief, the occasion it would be for, and how well it suits.
record Candidate(Mechanic mechanic, @Nullable Occasion occasion, double merit) {

    /// The mechanic as a candidate, or empty when trade, season, occasion or wish rule it out.
    static Optional<Candidate> of(Mechanic mechanic, Setting setting) {
        var fit = mechanic.fit();
        var brief = setting.brief();
        var occasion = setting.occasionFor(mechanic);
        var possible =
                fit.suits(setting.trade())
                        && (fit.seasons().isEmpty() || fit.seasons().contains(brief.season()))
                        && (!mechanic.isSeasonal() || occasion != null)
                        && suits(mechanic, setting.wish());
        return possible
                ? Optional.of(new Candidate(mechanic, occasion, merit(mechanic, setting)))
                : Optional.empty();
    }

    private static boolean suits(Mechanic mechanic, Wish wish) {
        var asked = mechanic.fit().ask();
        return (asked.isEmpty() || wish.asksForOneOf(asked))
                && wish.refused().stream().noneMatch(mechanic.tags()::contains);
    }

    /// The weights are set by reading plans: the purpose outweighs everything, then what earlier
    /// answers already showed counts against, then the wish in favour.
    private static double merit(Mechanic mechanic, Setting setting) {
        var wish = setting.wish();
        double merit = suitsPurpose(mechanic, setting.brief()) ? 0 : -40;
        merit -= 5 * setting.timesSeen(mechanic);
        merit += 3 * wish.wanted().stream().filter(mechanic.tags()::contains).count();
        merit += speaksTo(wish, mechanic) ? 1.5 : 0;
        merit += setting.isWished(mechanic) ? 4 : 0;
        merit += isSpecific(mechanic.fit()) ? 0.5 : 0;
        return merit;
    }

    private static boolean suitsPurpose(Mechanic mechanic, Brief brief) {
        return mechanic.purposes().contains(brief.purpose());
    }

    private static boolean speaksTo(Wish wish, Mechanic mechanic) {
        return (!wish.crowd().isEmpty() && mechanic.mentions("$crowd"))
                || (!wish.quiet().isEmpty() && mechanic.mentions("$quiet"));
    }

    private static boolean isSpecific(Mechanic.Fit fit) {
        return Stream.<Set<String>>of(fit.needs(), fit.any(), fit.trades())
                .anyMatch(set -> !set.isEmpty());
    }

    /// All candidates of a library.
    static List<Candidate> all(Library library, Setting setting) {
        return library.mechanics().stream()
                .map(mechanic -> of(mechanic, setting))
                .flatMap(Optional::stream)
                .toList();
    }
}
