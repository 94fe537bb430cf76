package kr.dangol.forecast.learning;

import java.util.List;
import java.util.regex.Pattern;

/// The figures in the name of a prize, because "5천원권" and "5만원권" differ by more than a character:
/// its worth in won on a log scale, and a discount as a share. Zero where there is none.
final class Amounts {

    private static final Pattern WON = Pattern.compile("([0-9][0-9,.]{0,12})\\s*(만|천)?\\s*원");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,2})\\s*(%|퍼센트|프로)");
    private static final double TYPICAL_WORTH = 10_000;

    private Amounts() {}

    static List<Double> of(String prize) {
        return List.of(worth(prize), discount(prize));
    }

    private static double worth(String prize) {
        var found = WON.matcher(prize);
        if (!found.find()) {
            return 0;
        }
        var digits = found.group(1).replace(",", "");
        var number = digits.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(digits) : 0;
        var unit =
                switch (found.group(2)) {
                    case "만" -> 10_000;
                    case "천" -> 1_000;
                    case null, default -> 1;
                };
        return number * unit < 1 ? 0 : Math.log(number * unit / TYPICAL_WORTH);
    }

    private static double discount(String prize) {
        var found = PERCENT.matcher(prize);
        return found.find() ? Double.parseDouble(found.group(1)) / 100 : 0;
    }
}
