package kr.dangol.platform.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/// A session in the hands of one request, which remembers what has to be written.
final class KeptSession implements Session {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private final MapSession content;
    private boolean isNew;
    private boolean changed;
    private Instant keptAccess;

    private KeptSession(MapSession content, boolean isNew) {
        this.content = content;
        this.isNew = isNew;
        this.keptAccess = content.getLastAccessedTime();
    }

    static KeptSession begin(Duration longestPause) {
        var content = new MapSession();
        content.setMaxInactiveInterval(longestPause);
        return new KeptSession(content, true);
    }

    static KeptSession of(MapSession content) {
        return new KeptSession(content, false);
    }

    MapSession content() {
        return content;
    }

    boolean isNew() {
        return isNew;
    }

    /// The id it is kept under; differs from its own when that has changed.
    String keptId() {
        return content.getOriginalId();
    }

    boolean isChanged() {
        return changed;
    }

    /// That somebody was here is written down now and then only.
    boolean isUsedSince(Duration noted) {
        return keptAccess.plus(noted).isBefore(content.getLastAccessedTime());
    }

    void kept() {
        isNew = false;
        changed = false;
        keptAccess = content.getLastAccessedTime();
    }

    Instant endsAt() {
        return content.getLastAccessedTime().plus(content.getMaxInactiveInterval());
    }

    /// Whose session it is, once signed in.
    @Nullable String account() {
        return content.getAttribute(CONTEXT) instanceof SecurityContext context
                        && context.getAuthentication() != null
                ? context.getAuthentication().getName()
                : null;
    }

    @Override
    public String getId() {
        return content.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return content.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return content.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return content.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed = true;
        content.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        content.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return content.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        content.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return content.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changed = true;
        content.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return content.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return content.isExpired();
    }
}
