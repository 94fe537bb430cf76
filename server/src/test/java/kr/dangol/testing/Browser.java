package kr.dangol.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A browser with our single-page application: keeps cookies and sends the CSRF token along.
public final class Browser {

    private final TestClient client;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(TestClient client) {
        this.client = client;
    }

    public TestClient.Answer get(String path) {
        return remember(client().get(path));
    }

    public TestClient.Answer post(String path) {
        return remember(withToken().post(path));
    }

    public TestClient.Answer post(String path, Object body) {
        return remember(withToken().post(path, body));
    }

    public TestClient.Answer put(String path, Object body) {
        return remember(withToken().put(path, body));
    }

    public boolean has(String cookie) {
        return cookies.containsKey(cookie);
    }

    /// With this browser's cookies, but without the CSRF token.
    public TestClient client() {
        var header =
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        return header.isEmpty() ? client : client.with("Cookie", header);
    }

    private TestClient withToken() {
        var token = cookies.get("XSRF-TOKEN");
        return token == null ? client() : client().with("X-XSRF-TOKEN", token);
    }

    private TestClient.Answer remember(TestClient.Answer answer) {
        for (var line : answer.cookies().lines()) {
            var pair = line.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || line.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
