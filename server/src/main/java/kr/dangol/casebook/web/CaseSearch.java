package kr.dangol.casebook.web;

import java.util.ArrayList;
import java.util.List;
import kr.dangol.casebook.jdbc.Catalogue;
import kr.dangol.casebook.jdbc.Catalogue.Row;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentSearch;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Two ways through the book: leafing from the newest change on, or by likeness to words. The first
/// sees everything and pages by change number, the second ends after the most alike and pages by
/// rank.
@Component
class CaseSearch {

    private static final int MOST_ALIKE = 200;

    private final Catalogue catalogue;
    private final PrecedentSearch search;

    CaseSearch(Catalogue catalogue, PrecedentSearch search) {
        this.catalogue = catalogue;
        this.search = search;
    }

    CasesResponse leaf(PrecedentFilter filter, @Nullable String cursor, int limit) {
        var rows = catalogue.list(filter, number(cursor, Long.MAX_VALUE), limit + 1);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? String.valueOf(page.getLast().sequence()) : null;
        var items = page.stream().map(each -> response(each, null)).toList();
        return new CasesResponse(items, next, catalogue.count(filter));
    }

    CasesResponse alike(String query, PrecedentFilter filter, @Nullable String cursor, int limit) {
        var hits = search.search(PrecedentText.ofWords(query), filter, MOST_ALIKE);
        var from = (int) Math.min(number(cursor, 0), hits.size());
        var to = Math.min(from + limit, hits.size());
        var next = to < hits.size() ? String.valueOf(to) : null;
        return new CasesResponse(items(hits.subList(from, to)), next, hits.size());
    }

    private List<CaseResponse> items(List<Hit> hits) {
        var rows = catalogue.byId(hits.stream().map(Hit::id).toList());
        var items = new ArrayList<CaseResponse>();
        for (var hit : hits) {
            var row = rows.get(hit.id());
            if (row != null) {
                items.add(response(row, hit.score()));
            }
        }
        return items;
    }

    private static CaseResponse response(Row row, @Nullable Double score) {
        return CaseResponse.of(row.precedent(), row.exclusion(), score);
    }

    private static long number(@Nullable String cursor, long first) {
        if (cursor == null || cursor.isBlank()) {
            return first;
        }
        try {
            return Math.max(0, Long.parseLong(cursor.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidRequest(FieldError.of("cursor", "field.invalid"));
        }
    }
}
