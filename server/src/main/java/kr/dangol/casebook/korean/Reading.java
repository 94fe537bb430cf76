package kr.dangol.casebook.korean;

import java.util.List;
import java.util.Set;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Season;

/// What somebody's own words say: the trades, industries and seasons they name, what stands
/// `besides` the names of trades, its words with synonyms, and words that were probably meant where
/// a letter is wrong.
public record Reading(
        String besides,
        List<String> words,
        List<String> meant,
        Set<BusinessType> types,
        Set<Industry> industries,
        Set<Season> seasons) {

    public Reading {
        words = List.copyOf(words);
        meant = List.copyOf(meant);
    }
}
