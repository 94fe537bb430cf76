package kr.dangol.platform;

import java.io.Serializable;

/// Who makes a request: the signed-in account of a session or of a bearer token. Controllers take
/// it as a parameter.
public record Caller(AccountId id, Role role) implements Serializable {}
