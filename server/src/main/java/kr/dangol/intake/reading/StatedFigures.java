package kr.dangol.intake.reading;

import java.util.regex.Pattern;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.KoreanNumbers;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What a text states of an event that is over: how many came, what it cost, what it returned. A
/// promise ("선착순 30명") is no outcome, so a text without the past tense has none.
record StatedFigures(@Nullable Won cost, @Nullable Integer participants, @Nullable Integer roi) {

    static final StatedFigures NONE = new StatedFigures(null, null, null);

    private static final Pattern OVER =
            Pattern.compile("했습니다|했는데|했어요|했던|했더니|진행한\\s|들었|드렸습니다|늘었|였습니다|였고|결과|정산");

    private static final String COUNT = "(\\d[\\d,]*(?:\\s?[백천만]\\s?\\d*)?\\s?(?:명|팀|분|건|인))";
    private static final Pattern PEOPLE =
            Pattern.compile(
                    "(?:참여자|응모자|참여\\s?인원|참가자|참여)(?:는|가|수는)?\\s?(?:총|약|모두)?\\s?"
                            + COUNT
                            + "|(?:총|약|모두)?\\s?"
                            + COUNT
                            + "(?:이|의\\s손님이|께서|\\s고객이)?\\s?(?:참여|응모|참가|신청|다녀가)");

    private static final Pattern COST =
            Pattern.compile(
                    "(?:비용|경비|예산|지출)(?:은|는|이|으로)?\\s?(?:[^.\\d]{0,10}\\d{1,3}개\\s?|[^.\\d]{0,10})?((?:총|약)?\\s?\\d[\\d,.]*\\s?(?:[십백천]?만|천)?\\s?원)");

    private static final Pattern RETURN =
            Pattern.compile(
                    "(?:ROI|roi|수익률|투자\\s?대비[^.\\d]{0,8})(?:는|은|이|가)?\\s?(?:약)?\\s?(-?\\d[\\d,]*\\s?(?:%|퍼센트|프로))");

    static StatedFigures in(PreparedText text) {
        var whole = text.whole();
        if (!OVER.matcher(whole).find()) {
            return NONE;
        }
        return new StatedFigures(cost(whole), participants(whole), roi(whole));
    }

    boolean isAny() {
        return cost != null || participants != null || roi != null;
    }

    private static @Nullable Integer participants(String text) {
        var people = PEOPLE.matcher(text);
        if (!people.find()) {
            return null;
        }
        var said = people.group(1) == null ? people.group(2) : people.group(1);
        var count = KoreanNumbers.count(said);
        return count.isPresent() && count.getAsInt() > 0 ? count.getAsInt() : null;
    }

    private static @Nullable Won cost(String text) {
        var cost = COST.matcher(text);
        return cost.find() ? KoreanMoney.parse(cost.group(1)).orElse(null) : null;
    }

    private static @Nullable Integer roi(String text) {
        var roi = RETURN.matcher(text);
        if (!roi.find()) {
            return null;
        }
        var percent = KoreanNumbers.percent(roi.group(1));
        return percent.isPresent() ? percent.getAsInt() : null;
    }
}
