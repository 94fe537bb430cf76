package kr.dangol.platform.database;

/// Whether the database answers, as [DatabaseWatch] found it last.
final class DatabaseState {

    private volatile boolean down;

    boolean isDown() {
        return down;
    }

    void setDown(boolean down) {
        this.down = down;
    }
}
