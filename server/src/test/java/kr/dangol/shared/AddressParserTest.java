package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kr.dangol.shared.Placement.Ambiguous;
import kr.dangol.shared.Placement.Placed;
import kr.dangol.shared.Placement.Unplaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AddressParserTest {

    /// Each line: address, tab, the region; `?` and candidates where it is ambiguous; `-` where it
    /// says nothing.
    static Stream<Arguments> addresses() throws IOException {
        try (var stream = AddressParserTest.class.getResourceAsStream("addresses.tsv")) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> Arguments.of(cells[0], cells[1]));
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("addresses")
    void readsAddress(String address, String expected) {
        assertThat(written(AddressParser.parse(address))).isEqualTo(expected);
    }

    @Test
    void tableHoldsAtLeastTwoHundredAddresses() throws IOException {
        assertThat(addresses()).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void everyRegionsOwnNamesLeadBackToIt() {
        var wrong = new ArrayList<String>();
        for (var region : Regions.all()) {
            for (var form : formsOf(region)) {
                if (!AddressParser.parse(form).equals(new Placed(region))) {
                    wrong.add(form + " → " + written(AddressParser.parse(form)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anyTailOfRoadAndNumberLeavesTheRegionAsItIs() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var tails = List.of("중앙로 12", "시장길 3, 2층", "대학로88번길 4-1", "신흥리 산 12", "평화동 101-2 (상가)");
        for (var region : Regions.all()) {
            if (region.label().startsWith("경기 화성시") || region.label().startsWith("경기 부천시")) {
                continue; // There a 동 names the 일반구.
            }
            var address = region.label() + " " + tails.get(random.nextInt(tails.size()));
            assertThat(AddressParser.parse(address))
                    .as("%s (seed %d)", address, seed)
                    .isEqualTo(new Placed(region));
        }
    }

    @Test
    void survivesAnythingTyped() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var pieces =
                "서울 경기 중구 광주 시 군 구 동 로 길 역 1 ( ) , 전남 제주 세종 고성 화성시 부천 인천 서 \u202e \u0000 <b> 🙂 a"
                        .split(" ");
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
                text.append(random.nextBoolean() ? " " : "");
            }
            var placement = AddressParser.parse(text.toString());
            if (placement instanceof Ambiguous(List<Region> candidates)) {
                assertThat(candidates).as("%s (seed %d)", text, seed).hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void staysQuickOnLongInput() {
        var address = "서울 " + "강남 ".repeat(20_000);
        var started = System.nanoTime();
        AddressParser.parse(address);
        assertThat(System.nanoTime() - started).isLessThan(500_000_000L);
    }

    private static List<String> formsOf(Region region) {
        var official = official(region.city());
        var district = region.district();
        if (district == null) {
            return List.of(region.city(), official);
        }
        var unspaced = district.replace(" ", "");
        return List.of(
                region.city() + " " + district,
                official + " " + district,
                region.city() + unspaced,
                official + unspaced,
                official + "  " + unspaced);
    }

    private static String official(String city) {
        return DataFile.rows("regions.csv").stream()
                .filter(row -> row.get(1).equals(city))
                .map(row -> row.get(2))
                .findFirst()
                .orElseThrow();
    }

    private static String written(Placement placement) {
        return switch (placement) {
            case Placed(Region region) -> region.label();
            case Ambiguous(List<Region> candidates) ->
                    "? " + String.join(" | ", candidates.stream().map(Region::label).toList());
            case Unplaced() -> "-";
        };
    }

    @Test
    void candidatesOfAnAmbiguousNameAreAllOfItsBearers() {
        var expected = Arrays.asList("서울 중구", "부산 중구", "대구 중구", "대전 중구", "울산 중구");
        assertThat(AddressParser.parse("중구"))
                .isInstanceOfSatisfying(
                        Ambiguous.class,
                        each ->
                                assertThat(each.candidates())
                                        .extracting(Region::label)
                                        .containsExactlyInAnyOrderElementsOf(expected));
    }
}
