package kr.dangol.intake.text;

import java.util.ArrayList;
import java.util.List;
import kr.dangol.casebook.CollectedCases;
import kr.dangol.casebook.CollectedCases.Outcome;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.intake.reading.CaseReader;
import kr.dangol.intake.reading.CollectedText;
import kr.dangol.intake.reading.Reading;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.Work;
import kr.dangol.shared.Grade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The last two steps of texts: read them into candidates, hand candidates to the case book. Both
/// take what waits in small batches, each in one transaction.
@Component
public class Texts {

    private static final Logger log = LoggerFactory.getLogger(Texts.class);
    private static final int READ = 100;
    private static final int STORE = 200;
    private static final String UNREADABLE = "읽다가 오류가 났어요.";

    private final Items items;
    private final ObjectProvider<CaseReader> readers;
    private final CollectedCases cases;
    private final TransactionTemplate transactions;

    Texts(
            Items items,
            ObjectProvider<CaseReader> readers,
            CollectedCases cases,
            TransactionTemplate transactions) {
        this.items = items;
        this.readers = readers;
        this.cases = cases;
        this.transactions = transactions;
    }

    public void clean(SourceKey source, Work work) {
        items.forgetOldWords();
        var reader = readers.getObject();
        work.total(items.waiting(source));
        for (var batch = items.nextTexts(source, READ);
                !batch.isEmpty();
                batch = items.nextTexts(source, READ)) {
            var texts = batch;
            var readings = readings(reader, texts);
            transactions.executeWithoutResult(_ -> keep(source, texts, readings, work));
            work.done(texts.size());
            work.checkpoint();
        }
    }

    /// One text that breaks the reader must not hold up the others.
    private static List<Reading> readings(CaseReader reader, List<CollectedText> texts) {
        try {
            return checked(reader.read(texts), texts);
        } catch (RuntimeException failed) {
            log.warn("a batch of texts is read one by one", failed);
            return texts.stream().map(each -> alone(reader, each)).toList();
        }
    }

    private static Reading alone(CaseReader reader, CollectedText text) {
        try {
            return checked(reader.read(List.of(text)), List.of(text)).getFirst();
        } catch (RuntimeException poison) {
            return Reading.dropped(UNREADABLE);
        }
    }

    private static List<Reading> checked(List<Reading> readings, List<CollectedText> texts) {
        if (readings.size() != texts.size()) {
            throw new IllegalStateException(
                    readings.size() + " readings of " + texts.size() + " texts");
        }
        return readings;
    }

    private void keep(
            SourceKey source, List<CollectedText> texts, List<Reading> readings, Work work) {
        for (var at = 0; at < texts.size(); at++) {
            var text = texts.get(at);
            var reading = readings.get(at);
            items.read(source, text.id(), reading.cases());
            work.count("candidates", reading.cases().size());
            var dropped = reading.dropped();
            if (dropped != null) {
                work.refuse(dropped, text.link(), 1);
            }
        }
        work.count("read", texts.size());
    }

    public void store(SourceKey source, Work work) {
        work.total(items.waitingCandidates(source));
        for (var batch = items.nextCandidates(source, STORE);
                !batch.isEmpty();
                batch = items.nextCandidates(source, STORE)) {
            var candidates = batch;
            transactions.executeWithoutResult(_ -> hand(candidates, work));
            work.done(candidates.size());
            work.checkpoint();
        }
        var outliers = cases.excludeOutliers(work.run());
        if (outliers > 0) {
            work.count("outliers", outliers);
        }
    }

    private void hand(List<Items.Candidate> candidates, Work work) {
        var precedents = new ArrayList<Precedent>();
        candidates.forEach(each -> precedents.add(precedent(each)));
        var verdicts = cases.store(work.run(), precedents);
        for (var at = 0; at < candidates.size(); at++) {
            var verdict = verdicts.get(at);
            items.settle(candidates.get(at).id(), verdict.outcome().name());
            switch (verdict.outcome()) {
                case STORED -> work.count("stored", 1);
                case DUPLICATE -> work.count("duplicates", 1);
                case REFUSED -> {}
            }
            var reason = verdict.reason();
            if (verdict.outcome() != Outcome.STORED && reason != null) {
                work.refuse(reason, candidates.get(at).link(), 1);
            }
        }
    }

    /// The id comes from where the text was found: stored twice it would still be one case.
    private static Precedent precedent(Items.Candidate candidate) {
        var content = candidate.content();
        var hasFigures =
                content.cost() != null && (content.participants() != null || content.roi() != null);
        return new Precedent(
                new PrecedentId(candidate.id()),
                Origin.COLLECTED,
                content.title(),
                content.prize(),
                content.participation(),
                content.businessType().industry(),
                content.businessType(),
                content.region(),
                content.date(),
                content.season(),
                content.purpose(),
                content.channel(),
                content.cost(),
                content.participants(),
                content.roi(),
                hasFigures ? Grade.REPORTED : Grade.NONE,
                null,
                null,
                candidate.link());
    }
}
