package kr.dangol.testing;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.dangol.platform.Mail;

/// Keeps letters instead of sending them.
public final class FakeMail implements Mail {

    private final List<Letter> letters = new CopyOnWriteArrayList<>();

    @Override
    public void send(String to, String subject, String text) {
        letters.add(new Letter(to, subject, text));
    }

    public Optional<Letter> lastTo(String address) {
        return letters.stream()
                .filter(letter -> letter.to().equals(address))
                .reduce((first, last) -> last);
    }

    public long countTo(String address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).count();
    }

    /// Letters are sent in the background.
    public Letter awaitTo(String address) {
        return await().until(() -> lastTo(address), Optional::isPresent).orElseThrow();
    }

    public record Letter(String to, String subject, String text) {}
}
