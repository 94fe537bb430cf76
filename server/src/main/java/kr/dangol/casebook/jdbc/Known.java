package kr.dangol.casebook.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.dangol.casebook.wording.Wording;

/// What the book holds of a batch already: ids, contents, and the wordings that each meeting key
/// leads to. The map may be added to.
public record Known(Set<UUID> ids, Set<UUID> digests, Map<Long, List<Wording>> wordings) {}
