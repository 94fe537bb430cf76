package kr.dangol.platform.cache;

/// The process's own cache for tests of other modules.
public final class InProcess {

    private InProcess() {}

    public static CacheStore store() {
        return new CaffeineCacheStore(System::nanoTime);
    }
}
