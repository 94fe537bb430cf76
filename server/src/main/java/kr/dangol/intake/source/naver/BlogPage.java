package kr.dangol.intake.source.naver;

import java.time.LocalDate;
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

/// A page of blog posts. Who wrote them is never read.
record BlogPage(List<Post> posts) {

    /// The day is missing for blogs elsewhere.
    record Post(String title, String text, String link, @Nullable LocalDate day) {}

    static BlogPage read(OutsideAnswer answer) {
        if (answer.status() >= 400) {
            throw fault(answer);
        }
        if (answer.first() != '{') {
            throw new SourceFault(
                    answer.first() == '\0' ? Fault.CUT_OFF : Fault.CHANGED, "no JSON");
        }
        var root = Json.read(answer);
        if (root.has("error") || root.has("errorCode")) {
            throw fault(answer);
        }
        var items = Json.need(root, "items");
        if (!items.isArray()) {
            throw new SourceFault(Fault.CHANGED, "items is no list");
        }
        var posts = new ArrayList<Post>();
        for (var item : items) {
            posts.add(
                    new Post(
                            Scrubbed.of(Json.text(item, "title")),
                            Scrubbed.of(Json.text(item, "description")),
                            Json.text(item, "link"),
                            day(item.path("postdate").asString(""))));
        }
        return new BlogPage(posts);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new SourceFault(Fault.CHANGED, "postdate is no day");
        }
    }

    /// By status first; bodies come in three forms.
    private static SourceFault fault(OutsideAnswer answer) {
        var body = answer.text();
        var status = answer.status();
        if (status == 401 || body.contains("\"024\"") || body.contains("Authentication Failed")) {
            return new SourceFault(Fault.KEY_REFUSED, "HTTP " + status);
        }
        if (body.contains("\"012\"")) {
            return new SourceFault(Fault.TOO_FAST, "HTTP " + status);
        }
        var fault =
                switch (status) {
                    case 403 -> Fault.NOT_ALLOWED;
                    case 429 -> Fault.QUOTA_REACHED;
                    default -> status >= 500 ? Fault.SERVICE_FAILED : Fault.REFUSED;
                };
        return new SourceFault(fault, "HTTP " + status);
    }
}
