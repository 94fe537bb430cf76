package kr.dangol.casebook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.jdbc.SetAside;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.lucene.LuceneEditions;
import kr.dangol.casebook.openai.OpenAiEmbedders;
import kr.dangol.casebook.pinecone.PineconeEditions;
import kr.dangol.casebook.search.Edition;
import kr.dangol.casebook.search.Embedder;
import kr.dangol.casebook.search.Finder;
import kr.dangol.casebook.search.PrecedentSearch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses embedder and index. The built-in ones are always there, for they cost little and step in
/// for whatever is configured.
@Configuration(proxyBeanMethods = false)
class CasebookConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CasebookConfiguration.class);

    /// Behind by no more than this, the index catches up before the first request is served.
    private static final long AT_ONCE = 5_000;

    @Bean
    KoreanWords koreanWords() {
        return new KoreanWords();
    }

    @Bean
    KoreanEmbedder koreanEmbedder(KoreanWords words) {
        return new KoreanEmbedder(words);
    }

    /// Asks for the first pages so that the index holds them before the book is handed to anybody.
    @Bean
    Finder builtInFinder(
            @Value("${dangol.data-dir}") Path data,
            KoreanEmbedder embedder,
            KoreanWords words,
            Precedents precedents,
            SetAside setAside,
            FirstPages firstPages,
            @Value("${DANGOL_REBUILD_INDEX:false}") boolean rebuild,
            @Value("${DANGOL_RESTORE_INDEX:}") String snapshot) {
        if (rebuild || !snapshot.isBlank()) {
            precedents.wantEditionAfter(precedents.edition());
        }
        var home = data.resolve("index").resolve("built-in");
        var editions = new LuceneEditions(home, precedents.book(), words);
        if (!snapshot.isBlank()) {
            restore(
                    editions,
                    Path.of(snapshot),
                    new Edition(precedents.edition(), embedder.model()));
        }
        var finder =
                new Finder(
                        editions, embedder, model -> Optional.empty(), precedents, setAside, true);
        finder.open(AT_ONCE);
        return finder;
    }

    private static void restore(LuceneEditions editions, Path snapshot, Edition edition) {
        if (!Files.isDirectory(snapshot)) {
            throw new IllegalStateException("DANGOL_RESTORE_INDEX names no folder: " + snapshot);
        }
        if (!editions.restore(snapshot, edition)) {
            log.warn("snapshot is of another embedding model and the index is filled anew");
        }
    }

    @Bean
    PrecedentSearch precedentSearch(
            Finder builtInFinder,
            @Value("${dangol.data-dir}") Path data,
            KoreanEmbedder builtIn,
            KoreanWords words,
            ObjectProvider<OpenAiEmbedders> openAi,
            ObjectProvider<PineconeEditions> pinecone,
            Precedents precedents,
            SetAside setAside,
            ApplicationEventPublisher listeners) {
        var embedders = openAi.getIfAvailable();
        var editions = pinecone.getIfAvailable();
        if (embedders == null && editions == null) {
            return following(new PrecedentSearch(builtInFinder, Optional.empty()), listeners);
        }
        var home = data.resolve("index").resolve("chosen");
        var chosen =
                new Finder(
                        editions == null
                                ? new LuceneEditions(home, precedents.book(), words)
                                : editions,
                        embedders == null ? builtIn : embedders.configured(),
                        model -> embedderOf(model, builtIn, embedders),
                        precedents,
                        setAside,
                        false);
        return following(new PrecedentSearch(builtInFinder, Optional.of(chosen)), listeners);
    }

    private static PrecedentSearch following(
            PrecedentSearch search, ApplicationEventPublisher listeners) {
        search.finders()
                .forEach(finder ->
                        finder.onChange(industries ->
                                listeners.publishEvent(new SearchChanged(industries))));
        return search;
    }

    private static Optional<Embedder> embedderOf(
            String model, Embedder builtIn, @Nullable OpenAiEmbedders embedders) {
        if (model.equals(builtIn.model())) {
            return Optional.of(builtIn);
        }
        return embedders == null ? Optional.empty() : embedders.find(model);
    }

    /// How far the index is behind the book, and what it holds.
    @Bean
    MeterBinder indexMeters(PrecedentSearch search, SetAside setAside) {
        return meters -> {
            Gauge.builder("dangol.casebook.index.lag", search, it -> it.main().lag())
                    .register(meters);
            Gauge.builder("dangol.casebook.index.size", search, it -> it.main().size())
                    .register(meters);
            Gauge.builder("dangol.casebook.index.set.aside", setAside, SetAside::lastCount)
                    .register(meters);
        };
    }
}
