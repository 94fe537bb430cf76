package kr.dangol.recommendation.builtin;

import java.util.Map;
import java.util.regex.Pattern;
import kr.dangol.shared.Josa;

/// Fills `$name` in a text; `$name/을` adds the particle that fits the word ("소금빵을", "피자를").
final class Template {

    private static final Pattern SLOT =
            Pattern.compile("\\$([a-z]+)(?:/(이랑|이나|이냐|이라|이든|예요|으로|을|이|은|과))?");

    private Template() {}

    static String fill(String template, Map<String, String> words) {
        return SLOT.matcher(template)
                .replaceAll(slot -> {
                    var word = words.get(slot.group(1));
                    if (word == null) {
                        throw new IllegalArgumentException(slot.group() + " in " + template);
                    }
                    var particle = slot.group(2);
                    return particle == null ? word : word + particle(word, particle);
                });
    }

    private static String particle(String word, String wanted) {
        return switch (wanted) {
            case "을" -> Josa.EUL_REUL.of(word);
            case "이" -> Josa.I_GA.of(word);
            case "은" -> Josa.EUN_NEUN.of(word);
            case "과" -> Josa.GWA_WA.of(word);
            case "으로" -> Josa.EURO_RO.of(word);
            case "이랑" -> Josa.IRANG_RANG.of(word);
            case "예요" -> endsInConsonant(word) ? "이에요" : "예요";
            default -> endsInConsonant(word) ? wanted : wanted.substring(1);
        };
    }

    private static boolean endsInConsonant(String word) {
        return Josa.I_GA.of(word).equals("이");
    }
}
