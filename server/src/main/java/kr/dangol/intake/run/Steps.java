package kr.dangol.intake.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dangol.intake.source.Source;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.Work;
import org.springframework.stereotype.Component;

/// Which work each step means.
@Component
class Steps {

    /// What the last two steps work on, as a source.
    static final String CASEBOOK = "casebook";

    private final Map<SourceKey, Source> sources;
    private final BookSteps book;

    Steps(List<Source> sources, BookSteps book) {
        this.sources = sources.stream().collect(Collectors.toMap(Source::key, Function.identity()));
        this.book = book;
    }

    /// Step by step, and source by source within each.
    List<Runs.Planned> plan(Collection<StepName> names, Collection<SourceKey> keys) {
        var planned = new ArrayList<Runs.Planned>();
        for (var name : names.stream().sorted().distinct().toList()) {
            if (name.isPerSource()) {
                keys.stream()
                        .filter(sources::containsKey)
                        .sorted(Comparator.naturalOrder())
                        .distinct()
                        .forEach(key -> planned.add(new Runs.Planned(name, key.key())));
            } else {
                planned.add(new Runs.Planned(name, CASEBOOK));
            }
        }
        return planned;
    }

    boolean anyConfigured() {
        return sources.values().stream().anyMatch(each -> each.missing().isEmpty());
    }

    /// The settings a step cannot do without.
    List<String> missing(IntakeStep step) {
        return step.name().isPerSource() ? source(step).missing() : List.of();
    }

    void work(IntakeStep step, Work work) {
        switch (step.name()) {
            case FETCH -> source(step).fetch(work);
            case CLEAN -> source(step).clean(work);
            case STORE -> source(step).store(work);
            case EMBED -> book.embed(work);
            case INDEX -> book.index(work);
        }
    }

    private Source source(IntakeStep step) {
        var key = SourceKey.find(step.source()).orElseThrow();
        var source = sources.get(key);
        if (source == null) {
            throw new IllegalStateException("No source " + key);
        }
        return source;
    }
}
