package kr.dangol.platform.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Keeps bytes for a while. A store may lose anything at any time; whoever asks can make it anew.
public interface CacheStore {

    byte @Nullable [] find(String key);

    void put(String key, byte[] content, Duration timeToLive);

    /// The current generation of a group of entries. Keys carry it, so that a group is void as a
    /// whole, without a search for its keys, once its generation has grown.
    long generation(String group);

    /// Makes everything that was kept for the group so far void.
    void advance(String group);
}
