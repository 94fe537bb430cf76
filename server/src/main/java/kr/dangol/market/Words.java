package kr.dangol.market;

import java.time.LocalDate;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Josa;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.Won;

/// How figures are said.
final class Words {

    private static final long SAMPLE_SPEND = 100_000;

    /// Differences below this are called equal.
    private static final double NOTABLE = 1.12;

    private Words() {}

    /// "8,134곳", and "약 12만 3천 곳" where the last digits say nothing.
    static String places(long number) {
        if (number < 10_000) {
            return grouped(number) + "곳";
        }
        var thousands = Math.round(number / 1_000.0);
        var rest = thousands % 10 == 0 ? "" : " " + thousands % 10 + "천";
        return "약 " + grouped(thousands / 10) + "만" + rest + " 곳";
    }

    static String grouped(long number) {
        var digits = new StringBuilder(Long.toString(number));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    /// People, rounded as one would say it.
    static String people(double number) {
        var step = number < 50 ? 1 : number < 300 ? 5 : 10;
        return grouped(Math.round(number / step) * step) + "명";
    }

    /// What 100,000 won spent brought in additional sales.
    static String returned(double roi) {
        return KoreanMoney.spoken(Won.of(rounded(SAMPLE_SPEND * (1 + roi / 100))));
    }

    /// "20만~60만원".
    static String range(double low, double high) {
        var from = KoreanMoney.spoken(Won.of(rounded(low)));
        var to = KoreanMoney.spoken(Won.of(rounded(high)));
        return from.substring(0, from.length() - 1) + "~" + to;
    }

    private static long rounded(double won) {
        return Math.round(won / 10_000) * 10_000;
    }

    static String cases(Figures figures) {
        if (figures.samples() == figures.cases()) {
            return "예시 사례 " + figures.cases() + "건";
        }
        return figures.samples() == 0
                ? "실제 사례 " + figures.cases() + "건"
                : "사례 " + figures.cases() + "건(예시 " + figures.samples() + "건)";
    }

    /// The name of a group inside a sentence.
    static String industry(Industry industry) {
        return switch (industry) {
            case FOOD, RETAIL -> industry.label();
            case SERVICE -> "서비스업";
            case LODGING -> "숙박업";
            case OTHER -> "기타 업종";
        };
    }

    /// How a figure stands to another that is named and told: "전국(150명)보다 많아요". Small differences
    /// are none.
    static String compared(double value, double other, String named, String more, String less) {
        var ratio = Math.max(1, value) / Math.max(1, other);
        if (ratio < NOTABLE && ratio > 1 / NOTABLE) {
            return Josa.GWA_WA.after(named) + " 비슷해요";
        }
        return named + "보다 " + (ratio > 1 ? more : less);
    }

    static boolean isNotable(double ratio) {
        return ratio >= NOTABLE || ratio <= 1 / NOTABLE;
    }

    static String day(LocalDate date) {
        return date.getMonthValue() + "월 " + date.getDayOfMonth() + "일";
    }

    /// "5곳 중 1곳꼴" for a share of a fifth.
    static String oneIn(double share) {
        return Math.round(1 / share) + "곳 중 1곳꼴";
    }

    static String ordinal(int rank) {
        return switch (rank) {
            case 1 -> "가장";
            case 2 -> "두 번째로";
            case 3 -> "세 번째로";
            case 4 -> "네 번째로";
            case 5 -> "다섯 번째로";
            default -> rank + "번째로";
        };
    }
}
