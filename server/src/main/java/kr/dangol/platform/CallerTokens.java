package kr.dangol.platform;

import java.util.Optional;

/// Tells whose bearer token this is. The account module implements it; the security chain asks.
public interface CallerTokens {

    Optional<Caller> find(String token);
}
