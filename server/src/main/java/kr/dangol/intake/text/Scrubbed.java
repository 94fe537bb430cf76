package kr.dangol.intake.text;

import java.util.regex.Pattern;
import kr.dangol.shared.KoreanText;
import org.springframework.web.util.HtmlUtils;

/// Text as we are willing to keep it for a moment: without markup, and without what leads to a
/// person.
public final class Scrubbed {

    private static final Pattern TAGS = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(\\.[\\w-]{1,64})+");
    private static final Pattern HANDLE = Pattern.compile("@[\\w.가-힣]{2,40}");
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<!\\d)(\\+82[ -]?)?\\(?0?\\d{1,3}\\)?[ .-]?\\d{3,4}["
                            + " .-]\\d{4}(?!\\d)|(?<!\\d)01\\d{8,9}(?!\\d)");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,500}");
    private static final int LONGEST = 4_000;

    private Scrubbed() {}

    /// Markup goes before entities are resolved, so that an escaped `<` stays text.
    public static String of(String text) {
        var plain = HtmlUtils.htmlUnescape(TAGS.matcher(text).replaceAll(""));
        var cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        var unnamed = ADDRESS.matcher(cut).replaceAll(" ");
        unnamed = EMAIL.matcher(unnamed).replaceAll(" ");
        unnamed = HANDLE.matcher(unnamed).replaceAll(" ");
        unnamed = PHONE.matcher(unnamed).replaceAll(" ");
        return KoreanText.clean(unnamed);
    }
}
