package kr.dangol.casebook.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.search.PrecedentFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The book as operators leaf through it, excluded cases included, newest change first.
@Repository
public class Catalogue {

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A case with its change number, and why it is excluded if it is.
    public record Row(Precedent precedent, long sequence, @Nullable String exclusion) {}

    /// Cases changed before the given change.
    public List<Row> list(PrecedentFilter filter, long before, int limit) {
        var where = Where.of(filter);
        return jdbc.sql(
                        "select "
                                + PrecedentRows.COLUMNS
                                + " from casebook.precedents where sequence < :before"
                                + where.sql()
                                + " order by sequence desc limit :limit")
                .params(where.parameters())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    public long count(PrecedentFilter filter) {
        return count(filter, "true");
    }

    /// Without the excluded, which no search finds.
    public long countInUse(PrecedentFilter filter) {
        return count(filter, "exclusion is null");
    }

    private long count(PrecedentFilter filter, String condition) {
        var where = Where.of(filter);
        return jdbc.sql("select count(*) from casebook.precedents where " + condition + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    public Map<PrecedentId, Row> byId(Collection<PrecedentId> ids) {
        var found = new HashMap<PrecedentId, Row>();
        jdbc.sql(
                        "select "
                                + PrecedentRows.COLUMNS
                                + " from casebook.precedents where id = any(:ids)")
                .param("ids", ids.stream().map(PrecedentId::value).toArray(UUID[]::new))
                .query((row, number) -> row(row))
                .list()
                .forEach(each -> found.put(each.precedent().id(), each));
        return found;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                PrecedentRows.precedent(row), row.getLong("sequence"), row.getString("exclusion"));
    }

    /// Only what the filter asks for, so that the planner sees plain conditions.
    private record Where(String sql, Map<String, Object> parameters) {

        static Where of(PrecedentFilter filter) {
            var conditions = new ArrayList<String>();
            var parameters = new HashMap<String, Object>();
            if (!filter.origins().isEmpty()) {
                conditions.add("origin = any(:origins)");
                var names = filter.origins().stream().map(Origin::name).toArray(String[]::new);
                parameters.put("origins", names);
            }
            var industry = filter.industry();
            var grade = filter.grade();
            equal(conditions, parameters, "industry", industry == null ? null : industry.name());
            equal(conditions, parameters, "business_type", filter.businessType());
            equal(conditions, parameters, "city", filter.city());
            equal(conditions, parameters, "grade", grade == null ? null : grade.name());
            var hasOutcome = filter.hasOutcome();
            if (hasOutcome != null) {
                conditions.add((hasOutcome ? "" : "not ") + HAS_OUTCOME);
            }
            var sql = new StringBuilder();
            conditions.forEach(each -> sql.append(" and ").append(each));
            return new Where(sql.toString(), parameters);
        }

        private static final String HAS_OUTCOME =
                "(grade <> 'NONE' and cost is not null and (participants is not null or roi is not null))";

        private static void equal(
                List<String> conditions,
                Map<String, Object> parameters,
                String column,
                @Nullable String value) {
            if (value != null) {
                conditions.add(column + " = :" + column);
                parameters.put(column, value);
            }
        }
    }
}
