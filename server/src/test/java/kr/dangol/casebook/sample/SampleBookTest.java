package kr.dangol.casebook.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.shared.Industry;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleBookTest {

    /// The whole book, to be read and reviewed. `-Dcasebook.regenerate=true` writes it anew.
    private static final Path PINNED = Path.of("src/test/resources/casebook/sample-cases.csv");

    private static final List<Precedent> BOOK = SampleBook.shipped();

    @Test
    void isThePinnedBookOnEveryMachine() throws IOException {
        var csv = csv(BOOK);
        if (Boolean.getBoolean("casebook.regenerate")) {
            Files.createDirectories(PINNED.getParent());
            Files.writeString(PINNED, csv);
        }
        assertThat(csv).isEqualTo(Files.readString(PINNED, StandardCharsets.UTF_8));
    }

    @Test
    void keepsTheSharesOfIndustries() {
        var counts = count(Precedent::industry);
        assertThat(counts)
                .isEqualTo(
                        Map.of(
                                Industry.FOOD, 160L,
                                Industry.RETAIL, 100L,
                                Industry.SERVICE, 80L,
                                Industry.LODGING, 40L,
                                Industry.OTHER, 20L));
    }

    @Test
    void keepsTheSharesOfCosts() {
        assertThat(costs(cost -> cost <= 500_000)).isEqualTo(160);
        assertThat(costs(cost -> cost > 500_000 && cost <= 2_000_000)).isEqualTo(140);
        assertThat(costs(cost -> cost > 2_000_000)).isEqualTo(100);
    }

    @Test
    void keepsTheSharesOfPlaces() {
        var cities = count(each -> Objects.requireNonNull(each.region()).city());
        assertThat(cities.get("서울")).isEqualTo(120);
        assertThat(cities.get("경기")).isEqualTo(100);
        var metropolis =
                Stream.of("부산", "대구", "인천").mapToLong(each -> cities.getOrDefault(each, 0L));
        assertThat(metropolis.sum()).isEqualTo(80);
    }

    @Test
    void keepsItsSharesAtOtherSizes() {
        var book = SampleBook.generate(5_000, 7);
        assertThat(book).hasSize(5_000);
        var food = book.stream().filter(each -> each.industry() == Industry.FOOD).count();
        assertThat(food).isEqualTo(2_000);
    }

    @Test
    void everyCaseIsASampleWithAnOutcome() {
        assertThat(BOOK).allMatch(each -> each.origin() == Origin.SAMPLE && each.hasOutcome());
        assertThat(BOOK).extracting(Precedent::id).doesNotHaveDuplicates();
    }

    @Test
    void noTitleComesTwiceAndAllTextsKeepTheirLength() {
        assertThat(BOOK).extracting(Precedent::title).doesNotHaveDuplicates();
        assertThat(BOOK)
                .allMatch(each -> each.title().length() <= 30)
                .allMatch(each -> each.prize().length() <= 20)
                .allMatch(each -> each.participation().length() <= 200)
                .noneMatch(each -> each.participation().contains("{"));
    }

    @Test
    void shopsHaveSeveralEventsThatStayInOnePlaceAndTrade() {
        var stores =
                BOOK.stream()
                        .collect(Collectors.groupingBy(e -> Objects.requireNonNull(e.storeKey())));
        assertThat(stores.size()).isBetween(120, 240);
        assertThat(stores.values())
                .allSatisfy(events -> {
                    assertThat(distinct(events, Precedent::businessType)).hasSize(1);
                    assertThat(distinct(events, Precedent::region)).hasSize(1);
                });
    }

    @Test
    void moreBudgetBringsMorePeopleAndLessReturn() {
        var low = where(each -> cost(each) <= 500_000);
        var high = where(each -> cost(each) > 2_000_000);
        assertThat(median(high, Precedent::participants))
                .isGreaterThan(3 * median(low, Precedent::participants));
        assertThat(median(low, Precedent::roi)).isBetween(250, 550);
        assertThat(median(high, Precedent::roi)).isBetween(80, 180);
    }

    @Test
    void someEventsLose() {
        var losing = where(each -> Objects.requireNonNull(each.roi()) < 0).size();
        // ROI counts revenue: below zero not even the cost came back. Losing at a shop's margin is
        // far more common.
        assertThat(losing / (double) BOOK.size()).isCloseTo(0.07, within(0.02));
    }

    @Test
    void smallOnlineEventsDrawAPlausibleCrowd() {
        var quarterMillion = where(each -> cost(each) >= 200_000 && cost(each) <= 300_000);
        assertThat(median(quarterMillion, Precedent::participants)).isBetween(80, 200);
    }

    private static List<Precedent> where(Predicate<Precedent> wanted) {
        return BOOK.stream().filter(wanted).toList();
    }

    private static long costs(Predicate<Long> wanted) {
        return BOOK.stream().filter(each -> wanted.test(cost(each))).count();
    }

    private static long cost(Precedent precedent) {
        return Objects.requireNonNull(precedent.cost()).amount();
    }

    private static int median(List<Precedent> book, Function<Precedent, @Nullable Integer> figure) {
        var sorted = book.stream().map(figure).map(Objects::requireNonNull).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static <T> Map<T, Long> count(Function<Precedent, T> key) {
        return BOOK.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static <T> Set<T> distinct(
            List<Precedent> events, Function<Precedent, @Nullable T> key) {
        return events.stream().map(key).map(Objects::requireNonNull).collect(Collectors.toSet());
    }

    private static String csv(List<Precedent> book) throws IOException {
        var text = new StringBuilder();
        try (var printer = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(text)) {
            printer.printRecord("업종 세부업종 지역 날짜 목적 방식 비용 참여 수익률 가게 제목 경품 참여방법".split(" "));
            for (var each : book) {
                printer.printRecord(row(each));
            }
        }
        return text.toString();
    }

    private static List<Object> row(Precedent each) {
        return Arrays.asList(
                each.industry().label(),
                each.businessType().name(),
                Objects.requireNonNull(each.region()).label(),
                each.date(),
                Objects.requireNonNull(each.purpose()).label(),
                Objects.requireNonNull(each.channel()).label(),
                Objects.requireNonNull(each.cost()).amount(),
                each.participants(),
                each.roi(),
                each.storeKey(),
                each.title(),
                each.prize(),
                each.participation());
    }
}
