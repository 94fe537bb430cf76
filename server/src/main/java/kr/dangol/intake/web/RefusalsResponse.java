package kr.dangol.intake.web;

import java.util.List;
import kr.dangol.intake.run.Refusals;
import org.jspecify.annotations.Nullable;

/// What a run did not take: every reason with its count, and a page of the single refusals.
record RefusalsResponse(
        List<Refusals.Reason> reasons, List<Refusals.Refused> items, @Nullable String nextCursor) {}
