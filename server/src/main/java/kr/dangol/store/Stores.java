package kr.dangol.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The stores on record. What is another owner's is not found.
@Repository
public class Stores {

    private static final Duration SEEN_KEPT = Duration.ofHours(1);
    private static final int MOST_SEEN = 10_000;

    private final JdbcClient jdbc;

    /// Believed only while the database is away, so that cached answers can still be given.
    private final Cache<StoreId, Store> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).expireAfterWrite(SEEN_KEPT).build();

    Stores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Store get(AccountId owner, StoreId id) {
        try {
            var store = read(owner, id);
            seen.put(id, store);
            return store;
        } catch (DataAccessResourceFailureException e) {
            var known = seen.getIfPresent(id);
            if (known == null || !known.owner().equals(owner)) {
                throw e;
            }
            return known;
        }
    }

    private Store read(AccountId owner, StoreId id) {
        return jdbc.sql("select * from store.store where id = :id and owner_id = :owner")
                .param("id", id.value())
                .param("owner", owner.value())
                .query(Stores::read)
                .optional()
                .orElseThrow(StoreNotFound::new);
    }

    /// The oldest first.
    public List<Store> list(AccountId owner) {
        return jdbc.sql(
                        """
                        select * from store.store where owner_id = :owner
                        order by created_at, id
                        """)
                .param("owner", owner.value())
                .query(Stores::read)
                .list();
    }

    int count(AccountId owner) {
        return jdbc.sql("select count(*) from store.store where owner_id = :owner")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    /// Until the transaction ends nobody else adds a store for this owner.
    void lock(AccountId owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('store' || :owner, 0))")
                .param("owner", owner.toString())
                .query((row, number) -> number)
                .list();
    }

    void add(Store store) {
        fill(
                        jdbc.sql(
                                        """
                                        insert into store.store (id, owner_id, name, industry, business_type_text,
                                            business_type, address, city, district, opening_hours,
                                            registration_number, margin_percent, created_at)
                                        values (:id, :owner, :name, :industry, :businessTypeText, :businessType,
                                            :address, :city, :district, :openingHours, :registrationNumber,
                                            :marginPercent, :createdAt)
                                        """)
                                .param("createdAt", store.createdAt().atOffset(ZoneOffset.UTC)),
                        store)
                .update();
    }

    void replace(Store store) {
        var changed =
                fill(
                                jdbc.sql(
                                        """
                                        update store.store set name = :name, industry = :industry,
                                            business_type_text = :businessTypeText,
                                            business_type = :businessType, address = :address,
                                            city = :city, district = :district,
                                            opening_hours = :openingHours,
                                            registration_number = :registrationNumber,
                                            margin_percent = :marginPercent
                                        where id = :id and owner_id = :owner
                                        """),
                                store)
                        .update();
        if (changed == 0) {
            throw new StoreNotFound();
        }
    }

    void remove(AccountId owner, StoreId id) {
        var gone =
                jdbc.sql("delete from store.store where id = :id and owner_id = :owner")
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .update();
        if (gone == 0) {
            throw new StoreNotFound();
        }
    }

    void removeAll(AccountId owner) {
        jdbc.sql("delete from store.store where owner_id = :owner")
                .param("owner", owner.value())
                .update();
    }

    private static StatementSpec fill(StatementSpec statement, Store store) {
        var region = store.region();
        var number = store.businessRegistrationNumber();
        return statement
                .param("id", store.id().value())
                .param("owner", store.owner().value())
                .param("name", store.name())
                .param("industry", store.industry().name())
                .param("businessTypeText", store.businessTypeText())
                .param("businessType", store.businessType().name())
                .param("address", store.address())
                .param("city", region == null ? null : region.city())
                .param("district", region == null ? null : region.district())
                .param("openingHours", store.openingHours())
                .param("registrationNumber", number == null ? null : number.digits())
                .param("marginPercent", store.marginPercent());
    }

    private static Store read(ResultSet row, int number) throws SQLException {
        var industry = Industry.valueOf(row.getString("industry"));
        return new Store(
                new StoreId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("owner_id", UUID.class)),
                row.getString("name"),
                industry,
                row.getString("business_type_text"),
                BusinessTypes.resolve(row.getString("business_type"), industry),
                row.getString("address"),
                region(row),
                row.getString("opening_hours"),
                registrationNumber(row),
                row.getInt("margin_percent"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Region region(ResultSet row) throws SQLException {
        var city = row.getString("city");
        return city == null ? null : new Region(city, row.getString("district"));
    }

    private static @Nullable RegistrationNumber registrationNumber(ResultSet row)
            throws SQLException {
        var digits = row.getString("registration_number");
        return digits == null ? null : new RegistrationNumber(digits);
    }
}
