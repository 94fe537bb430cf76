package kr.dangol.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Mail;
import kr.dangol.platform.PublicAddress;
import kr.dangol.platform.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A forgotten password is set anew through a link that works once, for half an hour.
@Service
class PasswordResets {

    private static final Logger log = LoggerFactory.getLogger(PasswordResets.class);
    private static final Duration VALID = Duration.ofMinutes(30);

    /// Nobody's mailbox is to be flooded by a stranger who knows the address.
    private static final int MAX_OPEN_LINKS = 3;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Membership membership;
    private final Sessions sessions;
    private final Mail mail;
    private final PublicAddress address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordResets(
            JdbcClient jdbc,
            Accounts accounts,
            Membership membership,
            Sessions sessions,
            Mail mail,
            PublicAddress address,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.membership = membership;
        this.sessions = sessions;
        this.mail = mail;
        this.address = address;
        this.clock = clock;
    }

    /// Works in the background, so that not even the time we take tells whether the address exists.
    void ask(String email) {
        Thread.ofVirtual().name("password-reset").start(() -> sendLink(email));
    }

    private void sendLink(String email) {
        try {
            accounts.find(email).filter(this::mayHaveAnother).ifPresent(this::sendLink);
        } catch (RuntimeException e) {
            log.error("Could not send a link for a new password", e);
        }
    }

    private void sendLink(Account account) {
        var secret = Secret.random(random, "");
        jdbc.sql(
                        """
                        insert into account.password_reset (digest, account_id, expires_at)
                        values (:digest, :account, :expiresAt)
                        """)
                .param("digest", secret.digest())
                .param("account", account.id().value())
                .param("expiresAt", now().plus(VALID))
                .update();
        mail.send(
                account.email(),
                "[단골] 비밀번호를 다시 설정해 주세요",
                """
                %s님, 안녕하세요.

                아래 링크에서 새 비밀번호를 정해 주세요. 링크는 30분 동안 한 번만 쓸 수 있어요.
                %s

                요청하신 적이 없다면 이 메일은 무시하셔도 괜찮아요.
                """
                        .formatted(
                                account.name(),
                                address.of("/reset-password?token=" + secret.text())));
    }

    @Transactional
    void confirm(String token, String password) {
        var account =
                jdbc.sql(
                                """
                                delete from account.password_reset
                                where digest = :digest and expires_at > :now returning account_id
                                """)
                        .param("digest", Secret.of(token).digest())
                        .param("now", now())
                        .query(UUID.class)
                        .optional()
                        .map(AccountId::new)
                        .orElseThrow(ResetLinkExpired::new);
        membership.setPassword(account, "password", password);
        jdbc.sql("delete from account.password_reset where account_id = :account")
                .param("account", account.value())
                .update();
        sessions.endAll(account);
    }

    private boolean mayHaveAnother(Account account) {
        var open =
                jdbc.sql(
                                """
                                select count(*) from account.password_reset
                                where account_id = :account and expires_at > :now
                                """)
                        .param("account", account.id().value())
                        .param("now", now())
                        .query(Integer.class)
                        .single();
        return open < MAX_OPEN_LINKS;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void deleteExpired() {
        jdbc.sql("delete from account.password_reset where expires_at < :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
