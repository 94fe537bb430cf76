package kr.dangol.platform;

/// What an account may do: owners run shops, operators watch over the whole.
public enum Role {
    OWNER,
    OPERATOR
}
