package kr.dangol.intake.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.intake.source.Figures.Figure;
import kr.dangol.market.PublicFact;
import kr.dangol.market.PublicFacts;
import kr.dangol.market.Series;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The last two steps of plain figures: what is no number goes, the rest is handed to the market
/// edition by edition, and leaves the staging in the same transaction.
@Component
public class Handover {

    private final Figures figures;
    private final PublicFacts market;
    private final TransactionTemplate transactions;

    Handover(Figures figures, PublicFacts market, TransactionTemplate transactions) {
        this.figures = figures;
        this.market = market;
        this.transactions = transactions;
    }

    /// Tells the day that a period of a series stands for.
    @FunctionalInterface
    public interface Dating {
        LocalDate asOf(Series series, String period);
    }

    private record Edition(Series series, String period) {}

    public void clean(SourceKey source, Work work) {
        var accepted = figures.accept(source);
        work.count("clean", accepted);
        work.done(accepted);
    }

    public void store(SourceKey source, Dating dating, Work work) {
        transactions.executeWithoutResult(_ -> {
            for (var edition : editions(source).entrySet()) {
                var key = edition.getKey();
                var asOf = dating.asOf(key.series(), key.period());
                market.publish(key.series(), key.period(), asOf, edition.getValue());
                work.count("stored", edition.getValue().size());
                work.done(edition.getValue().size());
            }
            figures.forgetClean(source);
        });
    }

    private Map<Edition, List<PublicFact>> editions(SourceKey source) {
        var editions = new LinkedHashMap<Edition, List<PublicFact>>();
        figures.forEachClean(
                source,
                each ->
                        editions.computeIfAbsent(
                                        new Edition(each.series(), each.period()),
                                        _ -> new ArrayList<>())
                                .add(fact(each)));
        return editions;
    }

    private static PublicFact fact(Figure figure) {
        return new PublicFact(figure.subject(), figure.region(), figure.value());
    }
}
