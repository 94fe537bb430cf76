package kr.dangol.platform.session;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;

/// Sessions of all processes. The table is the truth, so that no loss of Redis signs anybody out; a
/// request asks Redis first, so that it costs the database nothing.
final class KeptSessions implements FindByIndexNameSessionRepository<KeptSession> {

    private static final Logger log = LoggerFactory.getLogger(KeptSessions.class);

    /// A session lasts for weeks; that it was used is written down this often.
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(30);

    private final SessionTable table;
    private final SessionCopies copies;
    private final Duration longestPause;

    KeptSessions(SessionTable table, SessionCopies copies, Duration longestPause) {
        this.table = table;
        this.copies = copies;
        this.longestPause = longestPause;
    }

    @Override
    public KeptSession createSession() {
        return KeptSession.begin(longestPause);
    }

    @Override
    public void save(KeptSession session) {
        if (session.isNew()) {
            var content = SessionBytes.write(session.content());
            table.add(session.getId(), session.account(), content, session.endsAt());
            written(session, content);
        } else if (session.isChanged()) {
            replace(session);
        } else if (session.isUsedSince(USE_NOTED_EVERY)) {
            noteUse(session);
        }
    }

    /// Nobody's request fails because this could not be written down.
    private void noteUse(KeptSession session) {
        try {
            replace(session);
        } catch (DataAccessException e) {
            log.debug("use of a session not noted", e);
        }
    }

    private void replace(KeptSession session) {
        var content = SessionBytes.write(session.content());
        var keptId = session.keptId();
        var isKept =
                table.replace(
                        keptId, session.getId(), session.account(), content, session.endsAt());
        if (!keptId.equals(session.getId())) {
            copies.end(keptId);
        }
        if (isKept) {
            written(session, content);
        }
    }

    private void written(KeptSession session, byte[] content) {
        copies.put(session.getId(), content);
        copies.remember(session.getId(), content);
        session.kept();
    }

    @Override
    public @Nullable KeptSession findById(String id) {
        var copy = copies.find(id);
        return usable(id, copy == null ? fromTable(id) : copy);
    }

    private byte @Nullable [] fromTable(String id) {
        try {
            var content = table.find(id);
            if (content != null) {
                copies.putIfUnknown(id, content);
            }
            return content;
        } catch (DataAccessException e) {
            var seen = copies.lastSeen(id);
            if (seen == null) {
                throw e;
            }
            log.debug("session from memory, the database is away");
            return seen;
        }
    }

    private @Nullable KeptSession usable(String id, byte @Nullable [] content) {
        if (content == null) {
            return null;
        }
        var session = SessionBytes.read(content);
        if (session == null || session.isExpired() || !session.getId().equals(id)) {
            return null;
        }
        copies.remember(id, content);
        return KeptSession.of(session);
    }

    @Override
    public void deleteById(String id) {
        table.remove(id);
        copies.end(id);
    }

    @Override
    public Map<String, KeptSession> findByIndexNameAndIndexValue(String index, String value) {
        if (!PRINCIPAL_NAME_INDEX_NAME.equals(index)) {
            return Map.of();
        }
        return table.idsOf(value).stream()
                .map(this::findById)
                .filter(session -> session != null)
                .collect(Collectors.toMap(KeptSession::getId, session -> session));
    }
}
