package kr.dangol.casebook;

/// In-process event, published on every instance soon after the book changed, whoever changed it:
/// at once for changes made here, a moment later for those of other instances. It is not kept in
/// the publication registry, because [Casebook#changesSince] misses nothing anyway; a plain
/// `@EventListener` is what hears it.
public record CasebookChanged(long upTo) {}
