package kr.dangol.casebook.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of cases, the cursor of the next one, and how many there are in all.
record CasesResponse(List<CaseResponse> items, @Nullable String nextCursor, long total) {

    CasesResponse {
        items = List.copyOf(items);
    }
}
