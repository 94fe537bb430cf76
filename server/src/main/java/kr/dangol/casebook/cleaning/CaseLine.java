package kr.dangol.casebook.cleaning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.shared.AddressParser;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.KoreanNumbers;
import kr.dangol.shared.KoreanText;
import kr.dangol.shared.Placement.Placed;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// One line of an import on its way to become a case. Reads every column or says what is wrong with
/// the first that cannot be read.
final class CaseLine {

    private static final int LONGEST_STORE = 100;
    private static final char UNREADABLE = '\uFFFD';

    private final Header header;
    private final List<String> values;
    private final LocalDate today;

    private CaseLine(Header header, List<String> values, LocalDate today) {
        this.header = header;
        this.values = values;
        this.today = today;
    }

    static Precedent read(Header header, List<String> values, LocalDate today) throws LineRefused {
        if (values.size() != header.columns()) {
            throw new LineRefused("열이 %d개여야 하는데 %d개예요.".formatted(header.columns(), values.size()));
        }
        if (values.stream().anyMatch(each -> each.indexOf(UNREADABLE) >= 0)) {
            throw new LineRefused("글자가 깨져 있어요. UTF-8로 저장해 주세요.");
        }
        return new CaseLine(header, values, today).precedent();
    }

    private Precedent precedent() throws LineRefused {
        var typeText = required("business_type", "업종", CaseLimits.LONGEST_TITLE);
        var type = BusinessTypes.resolve(typeText, null);
        var date = date();
        var cost = cost();
        var participants = participants();
        var roi = roi();
        return new Precedent(
                new PrecedentId(UUID.randomUUID()),
                Origin.IMPORT,
                required("title", "제목", CaseLimits.LONGEST_TITLE),
                PrizeNames.standard(required("prize", "경품", CaseLimits.LONGEST_PRIZE)),
                Participations.standard(
                        required("participation", "참여 방법", CaseLimits.LONGEST_PARTICIPATION)),
                type.industry(),
                type,
                region(),
                date,
                date == null ? null : Season.of(date),
                known("purpose", "목적", Purpose::find),
                known("type", "방식", Channel::find),
                cost,
                participants,
                roi,
                grade(cost != null && (participants != null || roi != null)),
                store(),
                null,
                source());
    }

    private @Nullable LocalDate date() throws LineRefused {
        var date = known("date", "날짜", Dates::parse);
        if (date != null && !CaseLimits.isPast(date, today)) {
            throw new LineRefused("날짜가 지난 날이 아니에요: " + shown("date"));
        }
        return date;
    }

    private @Nullable Won cost() throws LineRefused {
        var cost = known("cost", "비용", KoreanMoney::parse);
        if (cost != null && !CaseLimits.isCost(cost.amount())) {
            throw new LineRefused("비용이 있을 수 없는 금액이에요: " + shown("cost"));
        }
        return cost;
    }

    private @Nullable Integer participants() throws LineRefused {
        var count =
                known(
                        "participants",
                        "참여자 수",
                        text -> KoreanNumbers.count(text).stream().boxed().findFirst());
        if (count != null && !CaseLimits.isHeadcount(count)) {
            throw new LineRefused("참여자 수가 있을 수 없는 값이에요: " + shown("participants"));
        }
        return count;
    }

    private @Nullable Integer roi() throws LineRefused {
        var roi =
                known(
                        "roi",
                        "수익률",
                        text -> KoreanNumbers.percent(text).stream().boxed().findFirst());
        if (roi != null && !CaseLimits.isRoi(roi)) {
            throw new LineRefused("수익률이 있을 수 없는 값이에요: " + shown("roi"));
        }
        return roi;
    }

    /// A place that cannot be told stays unknown; the case is worth keeping without it.
    private @Nullable Region region() {
        var address = KoreanText.clean(text("address"));
        return !address.isEmpty() && AddressParser.parse(address) instanceof Placed placed
                ? placed.region()
                : null;
    }

    /// Without figures there is nothing to grade, whatever the line says.
    private Grade grade(boolean hasFigures) throws LineRefused {
        var given = known("grade", "등급", CaseLine::grade);
        return hasFigures ? (given == null ? Grade.REPORTED : given) : Grade.NONE;
    }

    private static Optional<Grade> grade(String text) {
        try {
            return Optional.of(Grade.valueOf(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private @Nullable String store() throws LineRefused {
        var store = KoreanText.clean(text("store"));
        return store.isEmpty() ? null : CaseLimits.bounded(store, "가게", LONGEST_STORE);
    }

    private String source() throws LineRefused {
        var source = KoreanText.clean(text("source"));
        return source.isEmpty()
                ? "가져온 자료"
                : CaseLimits.bounded(source, "출처", CaseLimits.LONGEST_SOURCE);
    }

    private String required(String column, String name, int longest) throws LineRefused {
        return CaseLimits.words(text(column), name, longest);
    }

    /// Null where the column is empty.
    private <T> @Nullable T known(String column, String name, Function<String, Optional<T>> reader)
            throws LineRefused {
        var text = KoreanText.clean(text(column));
        if (text.isEmpty()) {
            return null;
        }
        return reader.apply(text)
                .orElseThrow(() -> new LineRefused(name + " 칸을 읽을 수 없어요: " + shown(column)));
    }

    private String text(String column) {
        return header.value(values, column);
    }

    /// Enough of the value to find it, and never so much that a list of refusals grows heavy.
    private String shown(String column) {
        var text = KoreanText.clean(text(column));
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
