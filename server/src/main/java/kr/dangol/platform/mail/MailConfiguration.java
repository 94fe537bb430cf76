package kr.dangol.platform.mail;

import kr.dangol.platform.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/// Letters go out by SMTP once `spring.mail.host` is set, and into the log until then.
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MailConfiguration.class);

    @Bean
    Mail mail(ObjectProvider<JavaMailSender> smtp, @Value("${dangol.mail.from}") String from) {
        var sender = smtp.getIfAvailable();
        return sender == null
                ? (to, subject, text) -> log.info("Mail to {}: {}\n{}", to, subject, text)
                : (to, subject, text) -> sender.send(letter(from, to, subject, text));
    }

    private static SimpleMailMessage letter(String from, String to, String subject, String text) {
        var letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(to);
        letter.setSubject(subject);
        letter.setText(text);
        return letter;
    }
}
