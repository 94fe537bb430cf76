package kr.dangol.casebook;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import kr.dangol.casebook.search.Finder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Copies of the built-in index, for a machine that should not have to fill its own. Nothing is
/// lost without them: the book can always fill an index again, it only takes longer.
@Component
public class IndexSnapshots {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Finder builtInFinder;
    private final Path home;
    private final Clock clock;

    IndexSnapshots(Finder builtInFinder, @Value("${dangol.data-dir}") Path data, Clock clock) {
        this.builtInFinder = builtInFinder;
        this.home = data.resolve("index").resolve("snapshots");
        this.clock = clock;
    }

    /// Where the snapshot lies, as `DANGOL_RESTORE_INDEX` wants it; empty while nothing serves.
    public Optional<Path> take() {
        var now = LocalDateTime.now(clock.withZone(SEOUL));
        return builtInFinder.snapshot(home.resolve(NAME.format(now))).map(Path::toAbsolutePath);
    }
}
