package kr.dangol.market;

import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// One public figure: of what, where (null for the whole country), how much.
public record PublicFact(String subject, @Nullable Region region, double value) {}
