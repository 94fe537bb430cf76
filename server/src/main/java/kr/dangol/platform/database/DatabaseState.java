package kr.dangol.platform.database;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whether the database answers, as [DatabaseWatch] found it last.
final class DatabaseState {

    private final List<Runnable> whenUnreachable = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    boolean isDown() {
        return down;
    }

    void setDown(boolean down) {
        this.down = down;
    }

    /// Runs each time the database was looked for and could not be reached.
    void whenUnreachable(Runnable action) {
        whenUnreachable.add(action);
    }

    void tellUnreachable() {
        whenUnreachable.forEach(Runnable::run);
    }
}
