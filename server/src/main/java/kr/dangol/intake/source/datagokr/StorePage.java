package kr.dangol.intake.source.datagokr;

import java.util.ArrayList;
import java.util.List;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.Json;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.platform.outside.OutsideAnswer;
import tools.jackson.databind.JsonNode;

/// A page of shops, of which only place and trade are read. Names, numbers and addresses of shops
/// are never looked at.
///
/// @param mark tells this page from others by how the source numbers its rows; 0 when it does not
record StorePage(String quarter, long total, List<Shop> shops, int mark) {

    record Shop(String districtCode, String city, String district, String trade) {}

    static StorePage read(OutsideAnswer answer) {
        var content = Gateway.read(answer);
        if (Gateway.isEmpty(content)) {
            return new StorePage("", 0, List.of(), 0);
        }
        var body = Json.need(content, "body");
        var quarter = Json.text(Json.need(content, "header"), "stdrYm");
        if (!quarter.matches("20\\d{4}")) {
            throw new SourceFault(Fault.CHANGED, "stdrYm is no month");
        }
        var shops = new ArrayList<Shop>();
        var mark = 0;
        for (var item : items(body)) {
            mark = 31 * mark + item.path("bizesId").asString("").hashCode();
            shops.add(
                    new Shop(
                            Json.text(item, "signguCd"),
                            Json.text(item, "ctprvnNm"),
                            Json.text(item, "signguNm"),
                            Json.text(item, "indsSclsCd")));
        }
        return new StorePage(quarter, Json.number(body, "totalCount"), shops, mark);
    }

    /// `items` is met as an array, as an object with `item`, as a single object, and as "".
    static List<JsonNode> items(JsonNode body) {
        var items = Json.need(body, "items");
        if (items.isObject() && items.has("item")) {
            items = items.get("item");
        }
        if (items.isArray()) {
            return items.valueStream().toList();
        }
        if (items.isObject()) {
            return List.of(items);
        }
        if (items.isString() && items.asString().isBlank()) {
            return List.of();
        }
        throw new SourceFault(Fault.CHANGED, "items of another shape");
    }
}
