package kr.dangol.casebook.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import kr.dangol.casebook.cleaning.CsvRecords.CsvRecord;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    @Test
    void readsEveryKindOfLineEnd() throws IOException {
        assertThat(read("a,b\r\nc,d\ne,f\rg,h"))
                .containsExactly(
                        record(1, "a", "b"),
                        record(2, "c", "d"),
                        record(3, "e", "f"),
                        record(4, "g", "h"));
    }

    @Test
    void skipsByteOrderMarkAndBlankLinesButCountsThem() throws IOException {
        assertThat(read("\uFEFFa,b\n\n  \nc,d\n"))
                .containsExactly(record(1, "a", "b"), record(4, "c", "d"));
    }

    @Test
    void keepsQuotedCommasQuotesAndNewlines() throws IOException {
        assertThat(read("\"a,1\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",x\ny,z"))
                .containsExactly(
                        record(1, "a,1", "say \"hi\""),
                        record(2, "two\nlines", "x"),
                        record(4, "y", "z"));
    }

    @Test
    void aQuoteInsideAPlainValueOpensNothing() throws IOException {
        assertThat(read("12\" pizza,b\nc\"\"d,e"))
                .containsExactly(record(1, "12\" pizza", "b"), record(2, "c\"\"d", "e"));
    }

    @Test
    void aForgottenQuoteLosesItsOwnLineOnly() throws IOException {
        var text = new StringBuilder("a,\"open\n");
        for (var i = 0; i < 100; i++) {
            text.append("line,").append(i).append('\n');
        }
        var records = read(text.toString());
        assertThat(records).hasSize(101);
        assertThat(records.getFirst()).isEqualTo(new CsvRecord(1, null));
        assertThat(records.get(1)).isEqualTo(record(2, "line", "0"));
        assertThat(records.getLast()).isEqualTo(record(101, "line", "99"));
    }

    @Test
    void aForgottenQuoteAtTheEndLosesItsOwnLineOnly() throws IOException {
        assertThat(read("a,b\nc,\"d\ne,f"))
                .containsExactly(record(1, "a", "b"), new CsvRecord(2, null), record(3, "e", "f"));
    }

    @Test
    void anEndlessLineIsRefusedWithoutBeingHeld() throws IOException {
        var records = read("a,b\n" + "x".repeat(5_000_000) + "\nc,d");
        assertThat(records)
                .containsExactly(record(1, "a", "b"), new CsvRecord(2, null), record(3, "c", "d"));
    }

    private static CsvRecord record(long line, String... values) {
        return new CsvRecord(line, List.of(values));
    }

    private static List<CsvRecord> read(String text) throws IOException {
        var records = new CsvRecords(new StringReader(text));
        var all = new ArrayList<CsvRecord>();
        for (var record = records.next(); record != null; record = records.next()) {
            all.add(record);
        }
        return all;
    }
}
