package kr.dangol.platform;

import java.time.Instant;
import java.util.UUID;

/// Fact: a request took longer than anybody should wait. `route` is the pattern that was matched
/// and holds no ids.
public record SlowRequest(
        UUID id, Instant at, String method, String route, int status, long millis) {}
