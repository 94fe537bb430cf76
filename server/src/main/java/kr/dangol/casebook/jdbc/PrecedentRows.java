package kr.dangol.casebook.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Reads rows as precedents.
final class PrecedentRows {

    static final String COLUMNS =
            """
            id, origin, title, prize, participation, industry, business_type, city, district,
            held_on, season, purpose, channel, cost, participants, roi, grade, store_key, owner,
            source, exclusion, sequence
            """;

    private PrecedentRows() {}

    static PrecedentChange change(ResultSet row) throws SQLException {
        return new PrecedentChange(
                row.getLong("sequence"), precedent(row), row.getString("exclusion") != null);
    }

    static Precedent precedent(ResultSet row) throws SQLException {
        var industry = Industry.valueOf(row.getString("industry"));
        return new Precedent(
                new PrecedentId(row.getObject("id", UUID.class)),
                Origin.valueOf(row.getString("origin")),
                row.getString("title"),
                row.getString("prize"),
                row.getString("participation"),
                industry,
                businessType(row.getString("business_type"), industry),
                region(row),
                row.getObject("held_on", LocalDate.class),
                optional(row.getString("season"), Season::valueOf),
                optional(row.getString("purpose"), Purpose::valueOf),
                optional(row.getString("channel"), Channel::valueOf),
                optional(row.getObject("cost", Long.class), Won::of),
                row.getObject("participants", Integer.class),
                row.getObject("roi", Integer.class),
                Grade.valueOf(row.getString("grade")),
                row.getString("store_key"),
                optional(row.getObject("owner", UUID.class), AccountId::new),
                row.getString("source"));
    }

    private static BusinessType businessType(String name, Industry industry) {
        return BusinessTypes.find(name).orElseGet(() -> BusinessTypes.general(industry));
    }

    private static @Nullable Region region(ResultSet row) throws SQLException {
        var city = row.getString("city");
        return city == null ? null : new Region(city, row.getString("district"));
    }

    private static <S, T> @Nullable T optional(@Nullable S value, Function<S, T> reader) {
        return value == null ? null : reader.apply(value);
    }
}
