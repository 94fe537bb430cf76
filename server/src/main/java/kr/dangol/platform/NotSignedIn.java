package kr.dangol.platform;

/// Neither a session nor a valid bearer token came with the request: 401.
public final class NotSignedIn extends Refusal {

    public NotSignedIn() {
        super(401, "not-signed-in");
    }
}
