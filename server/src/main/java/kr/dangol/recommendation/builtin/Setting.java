package kr.dangol.recommendation.builtin;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanReview;
import kr.dangol.shared.CommercialCalendar;
import kr.dangol.shared.Occasion;
import org.jspecify.annotations.Nullable;

/// A brief as the planner sees it, and what the plans written so far have already used.
final class Setting {

    /// An occasion further away than this is not yet in people's minds.
    private static final int DAYS_AHEAD = 18;

    /// How long after its day an occasion can still be used, by mechanics that say so.
    private static final int DAYS_BACK = 14;

    /// An event shorter than this is not worth preparing.
    private static final int FEWEST_DAYS = 5;

    /// How many days longer than planned an event may get by starting before its occasion.
    private static final int DAYS_EARLY = 4;

    private final Brief brief;
    private final Trade trade;
    private final Wish wish;
    private final List<Gift> anyonesGifts;
    private final List<Occasion> occasions;
    private final Set<String> titles;
    private final String earlier;
    private final Set<String> mechanics = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> gifts = new HashSet<>();
    private final Set<Wish.Note> notes = new HashSet<>();
    private int seasonal;

    Setting(Brief brief, Library library) {
        this.brief = brief;
        trade = library.trade(brief.businessType());
        wish = Wish.read(brief.wish(), library.topics(), trade);
        anyonesGifts = library.anyonesGifts();
        occasions =
                CommercialCalendar.upcoming(
                        brief.startDate().minusDays(DAYS_BACK), DAYS_BACK + DAYS_AHEAD);
        titles =
                brief.avoidTitles().stream()
                        .map(PlanReview::titleKey)
                        .collect(Collectors.toCollection(HashSet::new));
        earlier = String.join("\n", titles);
    }

    Brief brief() {
        return brief;
    }

    Trade trade() {
        return trade;
    }

    /// What any shop may give, unless the owner wants no discounts.
    List<Gift> anyonesGifts() {
        var noDiscount = wish.refused().contains("discount");
        return anyonesGifts.stream()
                .filter(gift -> !noDiscount || !gift.name().contains("할인"))
                .toList();
    }

    Wish wish() {
        return wish;
    }

    /// The nearest occasion a mechanic is made for.
    @Nullable Occasion occasionFor(Mechanic mechanic) {
        return occasions.stream()
                .filter(each ->
                        mechanic.fit().occasions().stream().anyMatch(each.name()::startsWith))
                .filter(each -> daysLeft(each, mechanic) >= FEWEST_DAYS)
                .filter(each -> isNear(each, mechanic))
                .findFirst()
                .orElse(null);
    }

    /// A short event for a day far away would be over before the day, unless the owner asks for it.
    private boolean isNear(Occasion occasion, Mechanic mechanic) {
        var until = ChronoUnit.DAYS.between(brief.startDate(), occasion.from());
        return until <= mechanic.days() + DAYS_EARLY || isWished(mechanic);
    }

    /// Whether the owner's wish names the occasion the mechanic is for.
    boolean isWished(Mechanic mechanic) {
        var text = brief.wish().replace(" ", "");
        return mechanic.fit().occasions().stream()
                .map(occasion -> occasion.replace(" ", ""))
                .anyMatch(text::contains);
    }

    /// How many days an event for the occasion can run, from the start date on.
    int daysLeft(Occasion occasion, Mechanic mechanic) {
        var end = occasion.to().plusDays(mechanic.fit().daysAfter());
        return (int) ChronoUnit.DAYS.between(brief.startDate(), end) + 1;
    }

    /// A sentence about the owner's wish that no plan of this answer has said yet, on something the
    /// mechanic itself does not speak of.
    Optional<String> nextNote(Mechanic mechanic) {
        return wish.notes().stream()
                .filter(note -> !mechanic.tags().contains(note.tag()))
                .filter(notes::add)
                .map(Wish.Note::text)
                .findFirst();
    }

    boolean isNew(String title) {
        return !titles.contains(PlanReview.titleKey(title));
    }

    boolean isUsed(Gift gift) {
        return gifts.contains(gift.name());
    }

    boolean isUsed(Mechanic mechanic) {
        return mechanics.contains(mechanic.id());
    }

    boolean hasKind(String kind) {
        return kinds.contains(kind);
    }

    int notesSaid() {
        return notes.size();
    }

    int seasonal() {
        return seasonal;
    }

    /// How many of the mechanic's titles came up in earlier answers.
    long timesSeen(Mechanic mechanic) {
        if (earlier.isEmpty()) {
            return 0;
        }
        return mechanic.marks().stream().filter(earlier::contains).count();
    }

    void use(Mechanic mechanic, Gift gift, String title) {
        mechanics.add(mechanic.id());
        kinds.add(mechanic.kind());
        gifts.add(gift.name());
        titles.add(PlanReview.titleKey(title));
        if (mechanic.isSeasonal()) {
            seasonal++;
        }
    }
}
