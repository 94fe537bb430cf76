package kr.dangol.platform;

/// Sends a letter to one person.
public interface Mail {

    void send(String to, String subject, String text);
}
