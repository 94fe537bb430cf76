package kr.dangol.benchmarks.town;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/// All that the town's people see of an event, in the words of the HTTP interface.
record Plan(
        String industry,
        String businessType,
        String city,
        String district,
        String purpose,
        String channel,
        LocalDate date,
        long cost,
        String prize,
        String participation) {

    static Plan ofEvent(JsonNode event) {
        return new Plan(
                event.get("industry").asString(),
                event.get("businessType").asString(),
                event.get("location").get("city").asString(),
                event.get("location").get("district").asString(),
                event.get("purpose").asString(),
                event.get("type").asString(),
                LocalDate.parse(event.get("startDate").asString()),
                event.get("cost").asLong(),
                event.get("prize").asString(),
                event.get("participation").asString());
    }

    /// Another of the six plans for the same request.
    Plan as(JsonNode recommended) {
        return new Plan(
                industry,
                businessType,
                city,
                district,
                purpose,
                recommended.get("type").asString(),
                date,
                recommended.get("cost").asLong(),
                recommended.get("prize").asString(),
                recommended.get("participation").asString());
    }
}
