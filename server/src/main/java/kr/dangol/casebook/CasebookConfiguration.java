package kr.dangol.casebook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.jdbc.SetAside;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.lucene.LucenePrecedentIndex;
import kr.dangol.casebook.search.Embedder;
import kr.dangol.casebook.search.IndexKeeper;
import kr.dangol.casebook.search.PrecedentIndex;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses embedder and index: the built-in ones.
@Configuration(proxyBeanMethods = false)
class CasebookConfiguration {

    /// Behind by no more than this, the index catches up before the first request is served.
    private static final long AT_ONCE = 5_000;

    @Bean
    KoreanWords koreanWords() {
        return new KoreanWords();
    }

    @Bean
    Embedder embedder(KoreanWords words) {
        return new KoreanEmbedder(words);
    }

    @Bean(destroyMethod = "close")
    LucenePrecedentIndex precedentIndex(
            @Value("${dangol.data-dir}") Path data,
            Precedents precedents,
            Embedder embedder,
            KoreanWords words) {
        var path = data.resolve("index").resolve("precedents");
        return LucenePrecedentIndex.open(path, precedents.book(), embedder.model(), words);
    }

    /// How far the index is behind the book, and what it holds.
    @Bean
    MeterBinder indexMeters(IndexKeeper keeper, PrecedentIndex index, SetAside setAside) {
        return meters -> {
            Gauge.builder("dangol.casebook.index.lag", keeper, IndexKeeper::lag).register(meters);
            Gauge.builder("dangol.casebook.index.size", index, PrecedentIndex::size)
                    .register(meters);
            Gauge.builder("dangol.casebook.index.set.aside", setAside, SetAside::count)
                    .register(meters);
        };
    }

    /// Asks for the first pages so that the index holds them before the book is handed to anybody.
    @Bean
    IndexKeeper indexKeeper(
            Precedents precedents,
            SetAside setAside,
            Embedder embedder,
            PrecedentIndex index,
            FirstPages firstPages,
            @Value("${DANGOL_REBUILD_INDEX:false}") boolean rebuild) {
        var keeper = new IndexKeeper(precedents, setAside, embedder, index);
        if (rebuild) {
            keeper.rebuild();
        } else if (keeper.lag() <= AT_ONCE) {
            keeper.catchUp();
        }
        return keeper;
    }
}
