package kr.dangol.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An owner's own change of one field, named and written as on the wire: what owners change about a
/// recommendation tells how good it was.
public record Edit(String field, @Nullable String from, @Nullable String to, Instant at) {}
