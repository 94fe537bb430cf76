package kr.dangol.event.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import kr.dangol.event.EventFilter.Place;
import kr.dangol.event.StoreEvent;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;

/// A place in the list of events as a text that means nothing to its bearer.
final class EventCursor {

    private EventCursor() {}

    static String after(StoreEvent last) {
        var place = last.createdAt() + " " + last.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static Place read(String cursor) {
        try {
            var place =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                            .split(" ", 2);
            return new Place(Instant.parse(place[0]), UUID.fromString(place[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidRequest(FieldError.of("cursor", "field.invalid"));
        }
    }
}
