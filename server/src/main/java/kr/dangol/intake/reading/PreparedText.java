package kr.dangol.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import kr.dangol.shared.KoreanText;

/// A text made ready for the rules: its sentences without decoration, its hashtags apart. A picture
/// in a caption ends a phrase like a full stop does.
record PreparedText(List<String> sentences, List<String> tags, boolean titled) {

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern TAG = Pattern.compile("#([\\p{L}\\p{N}_]+)");
    private static final Pattern PICTURES =
            Pattern.compile("[\\p{So}\\p{Cs}\\p{Sk}\\uFE0F\\u200D\\u20E3★☆♥♡❤■□◆◇●○▶▷◀◁※♪♬]+");
    private static final Pattern ENDS =
            Pattern.compile("(?<=[.!?~…])\\s+|[!?~…]+|[①-⑳]|\\s\\d{1,2}[.)]\\s|\\s[|ㅣ]\\s|::");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}])@[A-Za-z0-9._]+");
    private static final Pattern PHONE = Pattern.compile("0\\d{1,2}[-. )]?\\d{3,4}[-. ]?\\d{4}");
    private static final Pattern LINK = Pattern.compile("https?://\\S+|www\\.\\S+");

    static PreparedText of(CollectedText text) {
        var sentences = new ArrayList<String>();
        var tags = new ArrayList<String>();
        var title = text.title();
        if (title != null) {
            take(title, sentences, tags);
        }
        take(text.text(), sentences, tags);
        return new PreparedText(List.copyOf(sentences), List.copyOf(tags), title != null);
    }

    private static void take(String text, List<String> sentences, List<String> tags) {
        TAG.matcher(text).results().forEach(tag -> tags.add(tag.group(1)));
        // A tag inside a sentence is a word of it.
        var plain = TAG.matcher(text).replaceAll(" ");
        plain = LINK.matcher(plain).replaceAll(" ");
        plain = HANDLE.matcher(plain).replaceAll(" ");
        plain = PHONE.matcher(plain).replaceAll(" ");
        plain = PICTURES.matcher(plain).replaceAll("\n");
        LINES.splitAsStream(plain)
                .flatMap(line -> Arrays.stream(ENDS.split(" " + line)))
                .map(KoreanText::clean)
                .filter(sentence -> !sentence.isEmpty())
                .forEach(sentences::add);
    }

    String whole() {
        return String.join("\n", sentences);
    }

    /// Sentences and tags, for words that may stand in either.
    String everything() {
        return whole() + "\n" + String.join(" ", tags);
    }
}
