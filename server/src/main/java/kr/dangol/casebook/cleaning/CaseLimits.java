package kr.dangol.casebook.cleaning;

import java.time.LocalDate;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What a case from outside may say, wherever it comes from.
final class CaseLimits {

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_PRIZE = 100;
    static final int LONGEST_PARTICIPATION = 500;
    static final int LONGEST_SOURCE = 300;
    static final long HIGHEST_COST = 1_000_000_000;
    static final int MOST_PARTICIPANTS = 10_000_000;
    static final int HIGHEST_ROI = 100_000;
    static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private CaseLimits() {}

    /// Cleaned, not empty, not too long.
    static String words(String text, String name, int longest) throws LineRefused {
        var words = CleanText.of(text);
        if (words.isEmpty()) {
            throw new LineRefused(name + " 칸이 비어 있어요.");
        }
        return bounded(words, name, longest);
    }

    static String bounded(String text, String name, int longest) throws LineRefused {
        if (text.length() > longest) {
            throw new LineRefused("%s 칸이 너무 길어요. %d자까지예요.".formatted(name, longest));
        }
        return text;
    }

    static boolean isPast(LocalDate date, LocalDate today) {
        return !date.isAfter(today) && !date.isBefore(EARLIEST);
    }

    static boolean isCost(long won) {
        return won >= 0 && won <= HIGHEST_COST;
    }

    static boolean isHeadcount(int participants) {
        return participants >= 0 && participants <= MOST_PARTICIPANTS;
    }

    /// Below minus 100 percent nobody can lose: the money is gone once.
    static boolean isRoi(int roi) {
        return roi >= -100 && roi <= HIGHEST_ROI;
    }

    static void checkFigures(
            @Nullable Won cost, @Nullable Integer participants, @Nullable Integer roi)
            throws LineRefused {
        if (cost != null && !isCost(cost.amount())) {
            throw new LineRefused("비용이 있을 수 없는 금액이에요.");
        }
        if (participants != null && !isHeadcount(participants)) {
            throw new LineRefused("참여자 수가 있을 수 없는 값이에요.");
        }
        if (roi != null && !isRoi(roi)) {
            throw new LineRefused("수익률이 있을 수 없는 값이에요.");
        }
    }
}
