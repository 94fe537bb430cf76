package kr.dangol.event;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What an owner means to do and when; `winners` is null when everyone who takes part gets the
/// prize; `costItems` sum to the cost, or are none. Runs from `startDate` to `endDate`, both
/// included.
public record EventPlan(
        String title,
        EventTraits traits,
        @Nullable Integer winners,
        CostItems costItems,
        LocalDate endDate) {

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_PRIZE = 50;
    public static final int LONGEST_PARTICIPATION = 200;
    static final int MOST_DAYS = 366;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    public LocalDate startDate() {
        return traits.date();
    }

    public long days() {
        return ChronoUnit.DAYS.between(startDate(), endDate) + 1;
    }

    /// The plan after a change; refuses dates that make no sense and items that sum to another
    /// cost. Items without a cost make the cost, a cost without items shares itself out over them.
    EventPlan with(EventChange change) {
        var winnersAfter = change.winners() == null ? winners : change.winners().count();
        var start = requireNonNullElse(change.startDate(), startDate());
        var end = requireNonNullElse(change.endDate(), endDate);
        checkDates(start, end);
        var cost = costAfter(change);
        return new EventPlan(
                requireNonNullElse(change.title(), title),
                new EventTraits(
                        traits.industry(),
                        traits.businessType(),
                        traits.region(),
                        traits.purpose(),
                        start,
                        traits.channel(),
                        cost,
                        requireNonNullElse(change.prize(), traits.prize()),
                        requireNonNullElse(change.participation(), traits.participation())),
                winnersAfter,
                change.costItems() == null ? costItems.sharing(cost) : change.costItems(),
                end);
    }

    private Won costAfter(EventChange change) {
        var items = change.costItems();
        var cost = requireNonNullElse(change.cost(), traits.cost());
        if (items == null || items.isEmpty()) {
            return cost;
        }
        if (change.cost() != null && !items.sum().equals(cost)) {
            throw new InvalidRequest(FieldError.of("costItems", "field.event.cost-items-sum"));
        }
        if (!items.sum().isMoreThan(Won.ZERO)) {
            throw new InvalidRequest(FieldError.of("costItems", "field.event.cost-items"));
        }
        return items.sum();
    }

    /// The same plan as long, from another day on.
    EventPlan startingOn(LocalDate day) {
        return with(EventChange.ofDates(day, day.plusDays(days() - 1)));
    }

    /// How this plan differs from an earlier one, field by field as on the wire.
    List<Difference> differencesFrom(EventPlan earlier) {
        var differences = new ArrayList<Difference>();
        var then = earlier.traits;
        add(differences, "title", earlier.title, title);
        add(differences, "prize", then.prize(), traits.prize());
        add(differences, "participation", then.participation(), traits.participation());
        add(differences, "winners", earlier.winners, winners);
        add(differences, "cost", then.cost().amount(), traits.cost().amount());
        // Shares that only followed the cost are no edit of their own.
        if (!costItems.equals(earlier.costItems.sharing(traits.cost()))) {
            add(differences, "costItems", earlier.costItems, costItems);
        }
        add(differences, "startDate", earlier.startDate(), startDate());
        add(differences, "endDate", earlier.endDate, endDate);
        return differences;
    }

    record Difference(String field, @Nullable String from, @Nullable String to) {}

    private static void add(
            List<Difference> differences,
            String field,
            @Nullable Object from,
            @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            differences.add(
                    new Difference(
                            field,
                            from == null ? null : from.toString(),
                            to == null ? null : to.toString()));
        }
    }

    private static void checkDates(LocalDate start, LocalDate end) {
        checkYear("startDate", start);
        checkYear("endDate", end);
        if (end.isBefore(start)) {
            throw new InvalidRequest(FieldError.of("endDate", "field.event.ends-before-start"));
        }
        if (ChronoUnit.DAYS.between(start, end) >= MOST_DAYS) {
            throw new InvalidRequest(FieldError.of("endDate", "field.event.too-long", MOST_DAYS));
        }
    }

    private static void checkYear(String field, LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new InvalidRequest(FieldError.of(field, "field.event.date"));
        }
    }
}
