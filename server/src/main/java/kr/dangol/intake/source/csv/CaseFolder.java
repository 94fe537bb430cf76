package kr.dangol.intake.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kr.dangol.casebook.CaseFiles;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.IntakeProperties;
import kr.dangol.intake.source.Settings;
import kr.dangol.intake.source.Source;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.SourceStates;
import kr.dangol.intake.source.Work;
import kr.dangol.platform.Refusal;
import org.springframework.stereotype.Component;

/// CSV files of benchmark cases that people put into a folder. A file is taken once for each of its
/// contents; taking it again would only find duplicates.
@Component
class CaseFolder implements Source {

    private static final SourceKey KEY = SourceKey.CSV;

    private final IntakeProperties properties;
    private final SourceStates states;
    private final CaseFiles cases;

    CaseFolder(IntakeProperties properties, SourceStates states, CaseFiles cases) {
        this.properties = properties;
        this.states = states;
        this.cases = cases;
    }

    /// Digests of what was taken.
    record Taken(Set<String> digests) {}

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public List<String> missing() {
        var folder = properties.casesDir();
        return new Settings()
                .need("DANGOL_CASES_DIR", folder == null ? null : folder.toString())
                .missing();
    }

    @Override
    public void fetch(Work work) {
        var taken = taken();
        var files = files();
        work.count("received", files.size());
        work.count("new", files.stream().filter(each -> !taken.contains(digest(each))).count());
        states.show(
                KEY,
                files.stream()
                        .map(each -> Map.of("파일", String.valueOf(each.getFileName())))
                        .toList());
    }

    /// Lines are cleaned as they are stored.
    @Override
    public void clean(Work work) {}

    @Override
    public void store(Work work) {
        var files = files();
        work.total(files.size());
        for (var file : files) {
            var digest = digest(file);
            if (!taken().contains(digest)) {
                take(file, work);
                var more = taken();
                more.add(digest);
                states.saveCursor(KEY, new Taken(more));
            }
            work.done(1);
            work.checkpoint();
        }
    }

    private void take(Path file, Work work) {
        try (var csv = Files.newInputStream(file)) {
            var result =
                    cases.take(
                            csv,
                            (line, reason) ->
                                    work.refuse(reason, file.getFileName() + " " + line + "줄", 1));
            work.count("received", result.received());
            work.count("stored", result.stored());
            work.count("duplicates", result.duplicates());
            work.count("outliers", result.outliers());
        } catch (IOException e) {
            throw new SourceFault(Fault.CUT_OFF, file.getFileName() + " cannot be read");
        } catch (Refusal refused) {
            work.refuse("사례 파일의 모양이 아니에요.", String.valueOf(file.getFileName()), 1);
        }
    }

    private Set<String> taken() {
        return states.cursor(KEY, Taken.class)
                .<Set<String>>map(each -> new TreeSet<>(each.digests()))
                .orElseGet(TreeSet::new);
    }

    private List<Path> files() {
        var folder = properties.casesDir();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SourceFault(Fault.UNREACHABLE, "DANGOL_CASES_DIR is no folder");
        }
        try (var all = Files.list(folder)) {
            return all.filter(each -> each.toString().endsWith(".csv")).sorted().toList();
        } catch (IOException e) {
            throw new SourceFault(Fault.UNREACHABLE, "DANGOL_CASES_DIR cannot be read");
        }
    }

    private static String digest(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                var digesting =
                        new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
