package kr.dangol.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds every written name that begins at a place in a text. A space inside a name may be left out
/// or doubled in the text.
final class NameTrie {

    private final Map<Character, NameTrie> next = new HashMap<>();
    private @Nullable Name name;

    /// A name as written and the regions it may mean. A `bare` name (`강남` for `강남구`) counts only
    /// where it stands alone.
    record Name(String written, boolean bare, List<Region> regions) {

        Name plus(Name other) {
            var all = new ArrayList<>(regions);
            other.regions.stream().filter(each -> !all.contains(each)).forEach(all::add);
            return new Name(written, bare && other.bare, List.copyOf(all));
        }
    }

    /// A name found in a text, and where the text goes on behind it.
    record Match(Name name, int end) {}

    void add(Name added) {
        var node = this;
        for (char c : added.written().toCharArray()) {
            node = node.next.computeIfAbsent(c, _ -> new NameTrie());
        }
        node.name = node.name == null ? added : node.name.plus(added);
    }

    boolean has(String written) {
        return match(written, 0).stream().anyMatch(each -> each.end() == written.length());
    }

    List<Match> match(String text, int from) {
        var found = new ArrayList<Match>();
        collect(text, from, found);
        return found;
    }

    private void collect(String text, int at, List<Match> found) {
        if (name != null) {
            found.add(new Match(name, at));
        }
        var behindSpace = next.get(' ');
        if (behindSpace != null) {
            behindSpace.collect(text, skipSpaces(text, at), found);
        }
        var behindLetter = at < text.length() ? next.get(text.charAt(at)) : null;
        if (behindLetter != null && text.charAt(at) != ' ') {
            behindLetter.collect(text, at + 1, found);
        }
    }

    static int skipSpaces(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
