package kr.dangol.recommendation.builtin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What an owner's own words ask for and rule out, and the words for whom and when they give.
record Wish(
        Set<String> wanted,
        Set<String> refused,
        List<String> crowd,
        List<String> quiet,
        List<Note> notes) {

    /// A sentence that speaks to one topic of the wish.
    record Note(String tag, String text) {}

    /// "배달은 안 해요", "할인 말고", "인스타 없이".
    private static final Pattern NO =
            Pattern.compile(
                    "^[^.!?,\\n]{0,8}?(?:안\\s?하|안\\s?해|안\\s?돼|말고|빼고|없이|제외|싫|못\\s?하|못\\s?해|하지\\s?않)");

    /// One thing owners wish for: the words that say so, and its words for whom and when.
    record Topic(
            String tag,
            List<String> words,
            List<String> crowd,
            List<String> quiet,
            List<String> notes,
            List<String> needs) {

        static Topic read(YamlNode node) {
            return new Topic(
                    node.text("tag"),
                    node.texts("words"),
                    node.texts("crowd"),
                    node.texts("quiet"),
                    node.texts("notes"),
                    node.texts("needs"));
        }
    }

    static Wish read(String text, List<Topic> topics, Trade trade) {
        var wanted = new HashSet<String>();
        var refused = new HashSet<String>();
        var crowd = new ArrayList<String>();
        var quiet = new ArrayList<String>();
        var notes = new ArrayList<Note>();
        for (var topic : topics) {
            if (!trade.traits().containsAll(topic.needs())) {
                continue;
            }
            switch (mention(text, topic)) {
                case WANTED -> {
                    wanted.add(topic.tag());
                    crowd.addAll(topic.crowd());
                    quiet.addAll(topic.quiet());
                    topic.notes().forEach(note -> notes.add(new Note(topic.tag(), note)));
                }
                case REFUSED -> refused.add(topic.tag());
                case NONE -> {}
            }
        }
        return new Wish(wanted, refused, crowd, quiet, notes);
    }

    boolean asksForOneOf(Set<String> tags) {
        return tags.stream().anyMatch(wanted::contains);
    }

    private enum Mention {
        WANTED,
        REFUSED,
        NONE
    }

    private static Mention mention(String text, Topic topic) {
        for (var word : topic.words()) {
            var at = text.indexOf(word);
            if (at >= 0) {
                var rest = text.substring(at + word.length());
                return NO.matcher(rest).find() ? Mention.REFUSED : Mention.WANTED;
            }
        }
        return Mention.NONE;
    }
}
