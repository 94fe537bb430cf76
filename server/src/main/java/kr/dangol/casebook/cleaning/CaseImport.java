package kr.dangol.casebook.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.dangol.casebook.jdbc.Entry;
import kr.dangol.casebook.jdbc.Precedents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a CSV file of any length into the book, a thousand lines a transaction. What a crash
/// leaves behind is stored and found as duplicates when the file is sent again.
@Component
public class CaseImport {

    private static final int BATCH = 1_000;

    private final Precedents precedents;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CaseImport(Precedents precedents, TransactionTemplate transactions, Clock clock) {
        this.precedents = precedents;
        this.transactions = transactions;
        this.clock = clock;
    }

    public ImportResult run(InputStream file, Refusals refusals) throws IOException {
        var records = new CsvRecords(TextSource.open(file));
        var first = records.next();
        var names = first == null ? null : first.values();
        if (names == null) {
            throw ImportRefused.empty();
        }
        var run = new Run(Header.of(names), LocalDate.now(clock), refusals);
        for (var record = records.next(); record != null; record = records.next()) {
            run.take(record);
        }
        return run.finish();
    }

    /// One import while it runs.
    private final class Run {

        private final UUID id = UUID.randomUUID();
        private final Header header;
        private final LocalDate today;
        private final Refusals refusals;
        private final List<Entry> batch = new ArrayList<>();
        private long received;
        private long stored;
        private long duplicates;

        Run(Header header, LocalDate today, Refusals refusals) {
            this.header = header;
            this.today = today;
            this.refusals = refusals;
        }

        void take(CsvRecords.CsvRecord record) throws IOException {
            received++;
            var values = record.values();
            if (values == null) {
                refusals.refused(record.line(), "따옴표가 닫히지 않았거나 줄이 너무 길어요.");
                return;
            }
            try {
                batch.add(Entry.of(CaseLine.read(header, values, today)).from(id));
            } catch (LineRefused refused) {
                refusals.refused(record.line(), refused.reason());
            }
            if (batch.size() >= BATCH) {
                storeBatch();
            }
        }

        ImportResult finish() {
            storeBatch();
            var outliers = stored == 0 ? 0 : precedents.excludeOutliers(id);
            return new ImportResult(received, stored, duplicates, outliers);
        }

        private void storeBatch() {
            if (batch.isEmpty()) {
                return;
            }
            var added = transactions.execute(status -> storeFresh());
            stored += added;
            duplicates += batch.size() - added;
            batch.clear();
        }

        private int storeFresh() {
            precedents.holdForWriting();
            var newcomers = new Newcomers(precedents.known(batch));
            return precedents.addAll(
                    batch.stream()
                            .filter(each -> newcomers.judge(each) == Newcomers.Standing.NEW)
                            .toList());
        }
    }
}
