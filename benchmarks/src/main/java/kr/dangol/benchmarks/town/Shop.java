package kr.dangol.benchmarks.town;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.dangol.benchmarks.client.Owner;
import kr.dangol.benchmarks.client.Owner.Failed;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;

/// One shop of the town, whose owner has signed up and runs an event every so many days.
record Shop(int number, Owner owner, UUID id, int everyDays) {

    private static final List<String> PLACES =
            List.of(
                    "서울 마포구",
                    "서울 강남구",
                    "경기 수원시 팔달구",
                    "경기 성남시 분당구",
                    "부산 해운대구",
                    "대구 수성구",
                    "인천 연수구",
                    "강원 춘천시");
    private static final int SELDOM = 28;
    private static final int OFTEN = 16;

    static Shop open(URI server, Lots lots, int number, int ofShops) throws Failed {
        var name = "shop %d ".formatted(number);
        var types = typesOf(industry((number + 0.5) / ofShops));
        var type = types.get(lots.below(types.size(), name + "type"));
        var owner = Owner.signUp(server);
        var store =
                owner.post(
                        "/api/stores",
                        Map.of(
                                "name",
                                "가게 " + number,
                                "businessType",
                                type.name(),
                                "address",
                                PLACES.get(lots.below(PLACES.size(), name + "place"))));
        return new Shop(
                number,
                owner,
                UUID.fromString(store.get("id").asString()),
                OFTEN + lots.below(SELDOM - OFTEN, name + "rhythm"));
    }

    private static List<BusinessType> typesOf(Industry industry) {
        return BusinessTypes.all().stream()
                .filter(type -> type.industry() == industry && !BusinessTypes.isGeneral(type))
                .toList();
    }

    /// Of ten shops four cook, and so on; see the sample case book, whose mix this is.
    private static Industry industry(double share) {
        if (share < 0.4) {
            return Industry.FOOD;
        }
        if (share < 0.65) {
            return Industry.RETAIL;
        }
        if (share < 0.85) {
            return Industry.SERVICE;
        }
        return share < 0.95 ? Industry.LODGING : Industry.OTHER;
    }
}
