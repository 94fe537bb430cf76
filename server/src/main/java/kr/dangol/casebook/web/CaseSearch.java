package kr.dangol.casebook.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.jdbc.Catalogue;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.korean.QueryReader;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentSearch;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Two ways through the book, both to its end: leafing from the newest change on, paged by change
/// number, or by likeness to words, paged by rank.
@Component
class CaseSearch {

    /// As many are ranked at first; whoever wants more gets them ranked twice as deep, behind
    /// those.
    private static final int FIRST_RANKED = 200;

    private final Catalogue catalogue;
    private final PrecedentSearch search;
    private final KoreanWords words;
    private final QueryReader reader;

    CaseSearch(Catalogue catalogue, PrecedentSearch search, KoreanWords words) {
        this.catalogue = catalogue;
        this.search = search;
        this.words = words;
        this.reader = new QueryReader(words);
    }

    CasesResponse leaf(PrecedentFilter filter, @Nullable String cursor, int limit) {
        var rows = catalogue.list(filter, number(cursor, Long.MAX_VALUE), limit + 1);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? String.valueOf(page.getLast().sequence()) : null;
        var items =
                page.stream()
                        .map(each ->
                                CaseResponse.of(each.precedent(), each.exclusion(), null, null))
                        .toList();
        return new CasesResponse(items, next, catalogue.count(filter));
    }

    CasesResponse alike(String query, PrecedentFilter filter, @Nullable String cursor, int limit) {
        var from = (int) Math.min(number(cursor, 0), Integer.MAX_VALUE / 4);
        var ranked = ranked(PrecedentText.ofWords(query), filter, from + limit + 1);
        var page =
                ranked.subList(
                        Math.min(from, ranked.size()), Math.min(from + limit, ranked.size()));
        var next = ranked.size() > from + limit ? String.valueOf(from + limit) : null;
        var question = Question.read(query, words, reader);
        return new CasesResponse(items(page, question), next, catalogue.countInUse(filter));
    }

    /// A longer ranking may order the same cases otherwise, so it only adds to a shorter one: then
    /// no page repeats or misses what another shows.
    private List<Hit> ranked(PrecedentText text, PrecedentFilter filter, int atLeast) {
        var ranked = new LinkedHashMap<PrecedentId, Hit>();
        for (var size = FIRST_RANKED; ; size *= 2) {
            var hits = search.search(text, filter, size);
            hits.forEach(hit -> ranked.putIfAbsent(hit.id(), hit));
            if (ranked.size() >= atLeast || hits.size() < size) {
                return List.copyOf(ranked.values());
            }
        }
    }

    private List<CaseResponse> items(List<Hit> hits, Question question) {
        var rows = catalogue.byId(hits.stream().map(Hit::id).toList());
        var items = new ArrayList<CaseResponse>();
        for (var hit : hits) {
            var row = rows.get(hit.id());
            if (row != null) {
                var likeness = question.likenessOf(row.precedent());
                items.add(CaseResponse.of(row.precedent(), row.exclusion(), hit.score(), likeness));
            }
        }
        return items;
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
