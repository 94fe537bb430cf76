package kr.dangol.casebook.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.search.Edition;
import kr.dangol.casebook.search.Editions;
import kr.dangol.casebook.search.PrecedentIndex;

/// Editions as folders on this machine's disk, each named by its edition. A file of the name
/// `whole` says that it may serve.
public final class LuceneEditions implements Editions {

    private static final String WHOLE = "whole";
    private static final Pattern NAME = Pattern.compile("\\d{1,9}-.+");

    private final Path home;
    private final String book;
    private final KoreanWords words;

    public LuceneEditions(Path home, String book, KoreanWords words) {
        this.home = home;
        this.book = book;
        this.words = words;
    }

    @Override
    public List<Kept> list() {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (var folders = Files.list(home)) {
            return folders.map(each -> each.getFileName().toString())
                    .filter(NAME.asMatchPredicate())
                    .map(Edition::of)
                    .map(each -> new Kept(each, Files.exists(folder(each).resolve(WHOLE))))
                    .sorted(Comparator.comparingInt(each -> each.edition().number()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PrecedentIndex open(Edition edition, int dimensions) {
        try {
            var folder = Files.createDirectories(folder(edition));
            return LucenePrecedentIndex.open(folder, book, edition.model(), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void finish(Edition edition) {
        try {
            Files.writeString(folder(edition).resolve(WHOLE), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a whole edition of a snapshot, which is a folder named by the edition it was taken of.
    /// False when another model made it; then the edition is filled from the book as ever.
    public boolean restore(Path snapshot, Edition edition) {
        var name = snapshot.getFileName().toString();
        if (!NAME.matcher(name).matches() || !Edition.of(name).model().equals(edition.model())) {
            return false;
        }
        try (var files = Files.list(snapshot)) {
            var folder = Files.createDirectories(folder(edition));
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            finish(edition);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void sweep(Set<Edition> needed) {
        list().stream()
                .map(Kept::edition)
                .filter(each -> !needed.contains(each))
                .forEach(each -> delete(folder(each)));
    }

    private Path folder(Edition edition) {
        return home.resolve(edition.toString());
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
