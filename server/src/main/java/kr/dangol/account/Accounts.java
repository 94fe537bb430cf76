package kr.dangol.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts on record, with the consents given.
@Repository
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Account account) {
        try {
            jdbc.sql(
                            """
                            insert into account.account (id, email, name, password, role, created_at)
                            values (:id, :email, :name, :password, :role, :createdAt)
                            """)
                    .param("id", account.id().value())
                    .param("email", account.email())
                    .param("name", account.name())
                    .param("password", account.password())
                    .param("role", account.role().name())
                    .param("createdAt", account.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new EmailTaken();
        }
    }

    void addConsent(AccountId account, Consent consent, Instant givenAt) {
        jdbc.sql(
                        """
                        insert into account.consent (account_id, purpose, version, given_at)
                        values (:account, :purpose, :version, :givenAt)
                        """)
                .param("account", account.value())
                .param("purpose", consent.wire())
                .param("version", consent.version())
                .param("givenAt", givenAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Account get(AccountId id) {
        return jdbc.sql("select * from account.account where id = :id")
                .param("id", id.value())
                .query(Accounts::read)
                .optional()
                .orElseThrow(AccountNotFound::new);
    }

    Optional<Account> find(String email) {
        return jdbc.sql("select * from account.account where lower(email) = lower(:email)")
                .param("email", email)
                .query(Accounts::read)
                .optional();
    }

    void changePassword(AccountId id, String encoded) {
        jdbc.sql("update account.account set password = :password where id = :id")
                .param("password", encoded)
                .param("id", id.value())
                .update();
    }

    void changeRole(AccountId id, Role role) {
        jdbc.sql("update account.account set role = :role where id = :id")
                .param("role", role.name())
                .param("id", id.value())
                .update();
    }

    void delete(AccountId id) {
        jdbc.sql("delete from account.account where id = :id").param("id", id.value()).update();
    }

    List<GivenConsent> consents(AccountId id) {
        return jdbc.sql(
                        """
                        select purpose, version, given_at from account.consent
                        where account_id = :id order by given_at, purpose
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new GivenConsent(
                                row.getString("purpose"),
                                row.getString("version"),
                                row.getTimestamp("given_at").toInstant()))
                .list();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("password"),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("created_at").toInstant());
    }

    /// A consent on record.
    record GivenConsent(String purpose, String version, Instant givenAt) {}
}
