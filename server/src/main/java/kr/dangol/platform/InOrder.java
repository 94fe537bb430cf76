package kr.dangol.platform;

/// A fact that each listener hears in the order of its publication among those of the same key.
public interface InOrder {

    /// Names what the facts are about.
    String orderKey();
}
