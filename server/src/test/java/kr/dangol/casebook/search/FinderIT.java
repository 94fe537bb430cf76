package kr.dangol.casebook.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.jdbc.SetAside;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.lucene.LuceneEditions;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.shared.Industry;
import kr.dangol.testing.DangolTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DangolTest
class FinderIT {

    private static final KoreanWords WORDS = new KoreanWords();
    private static final Embedder BUILT_IN = new KoreanEmbedder(WORDS);
    private static final Duration TIME = Duration.ofSeconds(5);

    @TempDir Path home;
    @Autowired Precedents precedents;
    @Autowired SetAside setAside;

    private final List<Finder> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Finder::close);
    }

    @Test
    void servesNothingUntilTheFirstEditionIsWholeUnlessItMay() {
        var strict = finder(BUILT_IN, false);
        strict.adopt();
        assertThat(strict.search(text(), everything(), 5, TIME)).isEmpty();
        fill(strict);
        assertThat(strict.search(text(), everything(), 5, TIME).orElseThrow()).hasSize(5);
    }

    @Test
    void servesTheOldModelUntilTheNewOneIsWholeAndThenOnlyTheNewOne() {
        var old = new Renamed("old", BUILT_IN);
        var fresh = new Renamed("fresh", BUILT_IN);
        fillAndClose(finder(old, true));
        var finder = finder(fresh, true);
        finder.adopt();
        assertThat(finder.state().model()).isEqualTo("old");
        assertThat(finder.isRenewing()).isTrue();
        assertThat(finder.search(text(), everything(), 5, TIME).orElseThrow()).hasSize(5);
        assertThat(fresh.questions).isZero();
        var heard = EnumSet.noneOf(Industry.class);
        finder.onChange(heard::addAll);
        fill(finder);
        assertThat(finder.state().model()).isEqualTo("fresh");
        assertThat(finder.isRenewing()).isFalse();
        assertThat(finder.state().size()).isGreaterThanOrEqualTo(SampleBook.SIZE);
        assertThat(heard).containsExactlyInAnyOrder(Industry.values());
        assertThat(editions().list())
                .singleElement()
                .isEqualTo(new Editions.Kept(new Edition(precedents.edition(), "fresh"), true));
    }

    @Test
    void goesOnWhereAKilledFillingWasSaved() {
        fillAndClose(finder(new Renamed("old", BUILT_IN), true));
        var tired = new Renamed("fresh", BUILT_IN);
        tired.textsLeft = 300;
        var killed = finder(tired, true);
        killed.adopt();
        assertThatThrownBy(() -> fill(killed)).isInstanceOf(SearchUnavailable.class);
        assertThat(killed.state().model()).isEqualTo("old");
        assertThat(killed.state().filling())
                .as("what was embedded before the service failed")
                .matches(filling -> filling != null && filling.upTo() > 0);
        killed.close();
        var next = finder(new Renamed("fresh", BUILT_IN), true);
        fill(next);
        assertThat(next.state().model()).isEqualTo("fresh");
        assertThat(next.lag()).isZero();
    }

    @Test
    void aRebuildFillsAnotherEditionBesideTheOneThatServes() {
        var finder = finder(BUILT_IN, true);
        fill(finder);
        var before = precedents.edition();
        precedents.wantEditionAfter(before);
        precedents.wantEditionAfter(before);
        assertThat(precedents.edition()).isEqualTo(before + 1);
        assertThat(finder.isRenewing()).isTrue();
        assertThat(finder.search(text(), everything(), 5, TIME).orElseThrow()).hasSize(5);
        fill(finder);
        assertThat(finder.isRenewing()).isFalse();
        assertThat(editions().list()).hasSize(1);
    }

    /// The index's folder is lost under its feet, as when a disk is exchanged.
    @Test
    void aDiskThatFailsIsNoCasesFaultAndHealsWithoutARestart() throws IOException {
        var finder = finder(BUILT_IN, true);
        fill(finder);
        try (var files = Files.walk(home)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(home)) {
                    Files.delete(each);
                }
            }
        }
        var again = SampleBook.shipped().getFirst();
        assertThat(precedents.put(again, 1)).isTrue();

        assertThatThrownBy(() -> fill(finder)).isInstanceOf(SearchUnavailable.class);
        assertThat(finder.search(text(), everything(), 5, TIME).orElseThrow()).hasSize(5);
        fill(finder);

        assertThat(setAside.list(100)).noneMatch(each -> each.id().equals(again.id()));
        assertThat(finder.lag()).isZero();
        assertThat(finder.search(PrecedentText.of(again), everything(), 3, TIME).orElseThrow())
                .extracting(Hit::id)
                .contains(again.id());
    }

    @Test
    void setsTheOneBadCaseAsideAndIndexesTheOthers() {
        var picky = new Renamed("picky", BUILT_IN);
        picky.refused = PrecedentText.of(SampleBook.shipped().get(150));
        var finder = finder(picky, true);
        fill(finder);
        var id = SampleBook.shipped().get(150).id();
        assertThat(finder.search(picky.refused, everything(), 600, TIME).orElseThrow())
                .extracting(Hit::id)
                .hasSizeGreaterThanOrEqualTo(SampleBook.SIZE - 1)
                .doesNotContain(id);
        assertThat(setAside.list(100))
                .filteredOn(each -> each.id().equals(id) && each.model().equals("picky"))
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).contains("cannot be embedded"));

        picky.refused = null;
        assertThat(setAside.retry(List.<PrecedentId>of(id))).isEqualTo(1);
        fill(finder);
        assertThat(
                        finder.search(
                                        PrecedentText.of(SampleBook.shipped().get(150)),
                                        everything(),
                                        3,
                                        TIME)
                                .orElseThrow())
                .extracting(Hit::id)
                .contains(id);
        assertThat(setAside.list(100)).noneMatch(each -> each.model().equals("picky"));
    }

    private LuceneEditions editions() {
        return new LuceneEditions(home, precedents.book(), WORDS);
    }

    private Finder finder(Embedder embedder, boolean mayServeUnfinished) {
        var finder =
                new Finder(
                        editions(),
                        embedder,
                        model -> Optional.of(new Renamed(model, BUILT_IN)),
                        precedents,
                        setAside,
                        mayServeUnfinished);
        opened.add(finder);
        return finder;
    }

    private void fillAndClose(Finder finder) {
        fill(finder);
        finder.close();
    }

    private static void fill(Finder finder) {
        while (finder.follow()) {
            assertThat(finder.state().size()).isNotNegative();
        }
    }

    private static PrecedentText text() {
        return PrecedentText.ofWords("카페 쿠폰");
    }

    private static PrecedentFilter everything() {
        return new PrecedentFilter(Set.of(), null, null, null, null, null, null, null, null);
    }
}
