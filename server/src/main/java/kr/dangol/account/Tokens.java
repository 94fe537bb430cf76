package kr.dangol.account;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Caller;
import kr.dangol.platform.CallerTokens;
import kr.dangol.platform.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Bearer tokens for programs. Only their digest is kept; they are random enough that a plain
/// SHA-256 cannot be turned back.
@Repository
class Tokens implements CallerTokens {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    NewToken issue(AccountId account, String name) {
        var secret = Secret.random(random, "dgl_");
        var token = new Token(UUID.randomUUID(), name.strip(), now());
        jdbc.sql(
                        """
                        insert into account.token (id, account_id, name, digest, created_at)
                        values (:id, :account, :name, :digest, :createdAt)
                        """)
                .param("id", token.id())
                .param("account", account.value())
                .param("name", token.name())
                .param("digest", secret.digest())
                .param("createdAt", token.createdAt())
                .update();
        return new NewToken(token.id(), token.name(), secret.text());
    }

    List<Token> list(AccountId account) {
        return jdbc.sql(
                        """
                        select id, name, created_at from account.token
                        where account_id = :account order by created_at desc, id
                        """)
                .param("account", account.value())
                .query(this::read)
                .list();
    }

    void revoke(AccountId account, UUID id) {
        var revoked =
                jdbc.sql("delete from account.token where id = :id and account_id = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update();
        if (revoked == 0) {
            throw new TokenNotFound();
        }
    }

    void revokeAll(AccountId account) {
        jdbc.sql("delete from account.token where account_id = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public Optional<Caller> find(String token) {
        return jdbc.sql(
                        """
                        select account.id, account.role
                        from account.token join account.account on account.id = token.account_id
                        where token.digest = :digest
                        """)
                .param("digest", Secret.of(token).digest())
                .query((row, number) ->
                        new Caller(
                                new AccountId(row.getObject("id", UUID.class)),
                                Role.valueOf(row.getString("role"))))
                .optional();
    }

    private Token read(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class)
                        .atZoneSameInstant(clock.getZone())
                        .toOffsetDateTime());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /// A token without its secret, as listed.
    record Token(UUID id, String name, OffsetDateTime createdAt) {}

    /// A token at the only moment it is shown.
    record NewToken(UUID id, String name, String token) {

        @Override
        public String toString() {
            return "NewToken[" + id + "]";
        }
    }
}
