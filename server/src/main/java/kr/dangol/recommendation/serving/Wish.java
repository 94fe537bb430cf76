package kr.dangol.recommendation.serving;

import java.util.regex.Pattern;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;

/// An owner's wish as it may go on: on one line, without markup and without what tells whose it is.
/// It becomes part of prompts and of cached content that other owners may get.
public final class Wish {

    private static final Pattern WHITESPACE = Pattern.compile("\\s+");

    private static final Pattern CONTACT =
            Pattern.compile(
                    // Web and mail addresses, registration and telephone numbers.
                    "(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
                            + "|\\b\\d{3}-\\d{2}-\\d{5}\\b|\\b0\\d{1,2}[- .]?\\d{3,4}[- .]?\\d{4}\\b");

    private Wish() {}

    public static String cleaned(@Nullable String text, @Nullable String storeName) {
        if (text == null) {
            return "";
        }
        var anonymous = CONTACT.matcher(KoreanText.clean(text)).replaceAll("");
        if (storeName != null && storeName.length() > 1) {
            anonymous = anonymous.replace(storeName, "우리 가게");
        }
        return WHITESPACE.matcher(anonymous).replaceAll(" ").strip();
    }
}
