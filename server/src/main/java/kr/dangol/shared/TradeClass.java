package kr.dangol.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A middle class (중분류) of the public statistics on shops: its code, names, the industry group we
/// count it to, and how many shops of it there were in Korea on [#AS_OF].
public record TradeClass(String code, String name, String sector, Industry industry, int stores) {

    /// Who counted.
    public static final String SOURCE = "소상공인시장진흥공단 상가(상권)정보";

    /// The day the counts stand for.
    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static final List<TradeClass> ALL =
            DataFile.rows("trade-classes.csv").stream().map(TradeClass::read).toList();

    private static final Map<String, TradeClass> BY_CODE =
            ALL.stream().collect(Collectors.toMap(TradeClass::code, Function.identity()));

    public static List<TradeClass> all() {
        return ALL;
    }

    /// By the code of the class itself or of a 소분류 below it.
    public static Optional<TradeClass> find(String code) {
        return code.length() < 4
                ? Optional.empty()
                : Optional.ofNullable(BY_CODE.get(code.substring(0, 4)));
    }

    private static TradeClass read(List<String> row) {
        return new TradeClass(
                row.get(0),
                row.get(1),
                row.get(2),
                Industry.find(row.get(3)).orElseThrow(),
                Integer.parseInt(row.get(4)));
    }
}
