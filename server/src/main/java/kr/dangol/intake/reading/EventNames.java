package kr.dangol.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dangol.shared.BusinessTypes;

/// What a text calls its event: "오픈 1주년 이벤트". Only words we know may stand in a name.
final class EventNames {

    private static final int MOST_WORDS = 7;
    private static final Pattern BREAKS =
            Pattern.compile("[\\s\\[\\](){}<>【】「」『』《》〈〉\"'“”‘’:;,/·*+=_-]+");

    /// The part before the head word is what makes a name.
    private static final Pattern HEAD =
            Pattern.compile(
                    "(.*?)(이벤트|행사|프로모션|챌린지)"
                            + "(?:로|를|을|은|는|가|도|의|에|중|중이에요|중입니다|진행|진행중|안내|입니다|이에요|예요|합니다|해요|열어요|과|와|했던|결과|기간|공지|참여|참여하고|참여하면)*");

    private final Lexicon lexicon;

    EventNames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<String> in(PreparedText text) {
        var names = new ArrayList<List<String>>();
        text.sentences().forEach(each -> collect(words(each), names));
        if (names.isEmpty()) {
            text.tags().forEach(each -> collect(List.of(each), names));
        }
        return names.stream().map(name -> String.join(" ", name)).findFirst();
    }

    /// A name that somebody else read, if all of its words are known.
    Optional<String> verified(String claimed) {
        var words = words(claimed);
        return words.isEmpty()
                        || words.size() > MOST_WORDS
                        || !words.stream().allMatch(each -> isKnown(each) || endsName(each))
                ? Optional.empty()
                : Optional.of(String.join(" ", words));
    }

    private boolean endsName(String word) {
        var head = HEAD.matcher(word);
        return head.matches() && isHead(head);
    }

    private boolean isHead(Matcher head) {
        return head.group(1).isEmpty() || isKnown(head.group(1));
    }

    private static List<String> words(String sentence) {
        return BREAKS.splitAsStream(sentence).filter(word -> !word.isEmpty()).toList();
    }

    private void collect(List<String> words, List<List<String>> names) {
        for (var i = 0; i < words.size(); i++) {
            var head = HEAD.matcher(words.get(i));
            if (head.matches() && isHead(head)) {
                var name = behind(words, i, head.group(1) + head.group(2));
                if (saysMoreThanTheTrade(name)) {
                    names.add(name);
                }
            }
        }
    }

    private List<String> behind(List<String> words, int head, String last) {
        var from = head;
        while (from > 0 && head - from < MOST_WORDS && isKnown(words.get(from - 1))) {
            from--;
        }
        var name = new ArrayList<>(words.subList(from, head));
        name.add(last);
        while (name.size() > 1 && (isTrade(name.getFirst()) || isOneLetter(name.getFirst()))) {
            name.removeFirst();
        }
        return name;
    }

    /// A word of one letter means something only before the word it belongs to ("첫 방문", "비 오는").
    private static boolean isOneLetter(String word) {
        return word.length() == 1 && !"첫비눈봄설".contains(word);
    }

    private boolean isKnown(String word) {
        return lexicon.makesUp(word) || isTrade(word);
    }

    private static boolean isTrade(String word) {
        return word.length() > 1 && BusinessTypes.find(word).isPresent();
    }

    private boolean saysMoreThanTheTrade(List<String> name) {
        var stem = String.join("", name).replaceAll("(?:이벤트|행사|프로모션|챌린지)$", "");
        return stem.length() > 1 && !isTrade(stem);
    }
}
