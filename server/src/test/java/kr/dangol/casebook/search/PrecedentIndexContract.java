package kr.dangol.casebook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every index must do. Adapters whose store is only eventually consistent wait in [#settle].
public abstract class PrecedentIndexContract {

    protected static final KoreanWords WORDS = new KoreanWords();
    protected static final Embedder EMBEDDER = new KoreanEmbedder(WORDS);

    private static final List<Precedent> BOOK = SampleBook.shipped();

    protected abstract PrecedentIndex index();

    /// Waits until what was saved can be found.
    protected void settle() {}

    @BeforeEach
    void fill() {
        put(BOOK);
        save(BOOK.size());
    }

    @Test
    void findsAnEntryByItsOwnText() {
        for (var precedent : BOOK.subList(0, 40)) {
            var hits = search(PrecedentText.of(precedent), everything(), 3);
            assertThat(hits).extracting(Hit::id).contains(precedent.id());
        }
    }

    @Test
    void ordersByScore() {
        var scores = search(PrecedentText.ofWords("카페 쿠폰"), everything(), 20);
        assertThat(scores)
                .extracting(Hit::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void neverReturnsFewerThanExistInsideAFilter() {
        for (var industry : Industry.values()) {
            for (var budget = 100_000L; budget < 8_000_000; budget = budget * 3 / 2) {
                var filter = filter(industry, Won.of(budget / 2), Won.of(budget * 3 / 2));
                var expected = BOOK.stream().filter(each -> passes(each, filter)).count();
                var hits = search(PrecedentText.ofWords("눈꽃 얼음 낚시 대회"), filter, 25);
                assertThat(hits).hasSize((int) Math.min(25, expected));
                assertThat(hits).extracting(Hit::id).doesNotHaveDuplicates();
                assertThat(ids(hits)).allMatch(id -> passes(byId(id), filter));
            }
        }
    }

    @Test
    void returnsTheWholeBookWhenAskedFor() {
        assertThat(search(PrecedentText.ofWords("빵"), everything(), BOOK.size() + 100))
                .hasSize(BOOK.size());
    }

    @Test
    void keepsAnOwnersEventsForTheirOwner() {
        var owner = new AccountId(UUID.randomUUID());
        var own = owned(BOOK.getFirst(), owner);
        put(List.of(own));
        save(401);
        var theirs =
                new PrecedentFilter(
                        Set.of(Origin.OWN), null, null, null, null, null, null, null, owner);
        assertThat(search(PrecedentText.of(own), theirs, 5))
                .singleElement()
                .extracting(Hit::id)
                .isEqualTo(own.id());
        var others = new AccountId(UUID.randomUUID());
        var nobodys =
                new PrecedentFilter(
                        Set.of(Origin.OWN), null, null, null, null, null, null, null, others);
        assertThat(search(PrecedentText.of(own), nobodys, 5)).isEmpty();
        assertThat(index().mayHold(theirs)).isTrue();
    }

    @Test
    void replacesAnEntryWithTheSameId() {
        put(BOOK);
        save(BOOK.size());
        assertThat(index().size()).isEqualTo(BOOK.size());
    }

    @Test
    void forgetsWhatIsRemoved() {
        var gone = BOOK.get(7);
        index().remove(List.of(gone.id()));
        save(402);
        assertThat(search(PrecedentText.of(gone), everything(), 400))
                .extracting(Hit::id)
                .doesNotContain(gone.id());
    }

    @Test
    void remembersUpToWhichChangeItHoldsTheBook() {
        save(1234);
        assertThat(index().holdsUpTo()).isEqualTo(1234);
    }

    protected final void put(List<Precedent> precedents) {
        var texts = precedents.stream().map(PrecedentText::of).toList();
        var vectors = EMBEDDER.embed(texts);
        index().put(
                        IntStream.range(0, texts.size())
                                .mapToObj(i ->
                                        new IndexEntry(
                                                precedents.get(i), texts.get(i), vectors.get(i)))
                                .toList());
    }

    protected final List<Hit> search(PrecedentText text, PrecedentFilter filter, int limit) {
        var vector = EMBEDDER.embed(List.of(text)).getFirst();
        return index().search(new IndexQuery(text, vector, filter, limit));
    }

    protected static PrecedentFilter everything() {
        return filter(null, null, null);
    }

    private void save(long change) {
        index().saved(change);
        settle();
    }

    private static PrecedentFilter filter(
            @Nullable Industry industry, @Nullable Won from, @Nullable Won to) {
        return new PrecedentFilter(Set.of(), industry, null, null, null, null, from, to, null);
    }

    private static boolean passes(Precedent precedent, PrecedentFilter filter) {
        var cost = precedent.cost();
        var from = filter.costFrom();
        var to = filter.costTo();
        return precedent.industry() == filter.industry()
                && cost != null
                && from != null
                && to != null
                && cost.compareTo(from) >= 0
                && cost.compareTo(to) <= 0;
    }

    private static Set<PrecedentId> ids(List<Hit> hits) {
        var ids = new HashSet<PrecedentId>();
        hits.forEach(hit -> ids.add(hit.id()));
        return ids;
    }

    private static Precedent byId(PrecedentId id) {
        return BOOK.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private static Precedent owned(Precedent from, AccountId owner) {
        return new Precedent(
                new PrecedentId(UUID.randomUUID()),
                Origin.OWN,
                from.title(),
                from.prize(),
                from.participation(),
                from.industry(),
                from.businessType(),
                from.region(),
                from.date(),
                from.season(),
                from.purpose(),
                from.channel(),
                from.cost(),
                from.participants(),
                from.roi(),
                from.grade(),
                "store",
                owner,
                "우리 매장 기록");
    }
}
