package kr.dangol.intake.source.instagram;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.Json;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.intake.text.Scrubbed;
import kr.dangol.platform.outside.OutsideAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the Graph API answers. The address of the next page holds the token and is never read: its
/// cursor is enough.
record GraphAnswer(List<JsonNode> data, @Nullable String after) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ");

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /// A post; likes are 0 where they are hidden.
    record Post(String id, String text, String link, LocalDate day, long likes, long comments) {}

    static GraphAnswer read(OutsideAnswer answer) {
        if (answer.first() != '{') {
            throw answer.status() >= 500
                    ? new SourceFault(Fault.SERVICE_FAILED, "HTTP " + answer.status())
                    : new SourceFault(
                            answer.first() == '\0' ? Fault.CUT_OFF : Fault.CHANGED, "no JSON");
        }
        var root = Json.read(answer);
        if (root.has("error")) {
            throw fault(root.get("error"), answer.status());
        }
        if (answer.status() >= 400) {
            throw new SourceFault(
                    answer.status() >= 500 ? Fault.SERVICE_FAILED : Fault.REFUSED,
                    "HTTP " + answer.status());
        }
        var after = root.path("paging").path("cursors").path("after").asString("");
        return new GraphAnswer(data(root), after.isEmpty() ? null : after);
    }

    /// A list, though one page of the documentation shows a bare object.
    private static List<JsonNode> data(JsonNode root) {
        var data = root.get("data");
        if (data != null && data.isArray()) {
            return data.valueStream().toList();
        }
        if (root.has("id")) {
            return List.of(root);
        }
        throw new SourceFault(Fault.CHANGED, "no data");
    }

    private static SourceFault fault(JsonNode error, int status) {
        var code = error.path("code").asInt(0);
        var sub = error.path("error_subcode").asInt(0);
        var fault =
                switch (code) {
                    case 190, 102 -> Fault.KEY_REFUSED;
                    case 10, 200 -> Fault.NOT_ALLOWED;
                    case 4, 17, 18, 32, 613 -> Fault.QUOTA_REACHED;
                    case 1, 2 -> Fault.SERVICE_FAILED;
                    default -> status >= 500 ? Fault.SERVICE_FAILED : Fault.REFUSED;
                };
        return new SourceFault(fault, "code " + code + (sub == 0 ? "" : "/" + sub));
    }

    String nodeId() {
        if (data.isEmpty()) {
            throw new SourceFault(Fault.CHANGED, "no hashtag");
        }
        return Json.text(data.getFirst(), "id");
    }

    List<Post> posts() {
        var posts = new ArrayList<Post>();
        for (var node : data) {
            posts.add(
                    new Post(
                            Json.text(node, "id"),
                            Scrubbed.of(node.path("caption").asString("")),
                            Json.text(node, "permalink"),
                            day(Json.text(node, "timestamp")),
                            node.path("like_count").asLong(0),
                            node.path("comments_count").asLong(0)));
        }
        return posts;
    }

    private static LocalDate day(String time) {
        try {
            return OffsetDateTime.parse(time, TIME).atZoneSameInstant(SEOUL).toLocalDate();
        } catch (DateTimeParseException e) {
            throw new SourceFault(Fault.CHANGED, "timestamp is no time");
        }
    }
}
