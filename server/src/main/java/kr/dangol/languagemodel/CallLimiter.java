package kr.dangol.languagemodel;

import kr.dangol.platform.AccountId;
import org.jspecify.annotations.Nullable;

/// Bounds the calls within any minute. Where the last calls of a minute are short, an owner that
/// already had its share stands back for the others.
public interface CallLimiter {

    /// Takes one call out of this minute's, or says that there is none for this owner. `owner` is
    /// null for our own calls.
    boolean tryTake(@Nullable AccountId owner);
}
