package kr.dangol.market;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A part of the country (권역), for regions with too few cases of their own.
enum Area {
    CAPITAL("수도권", "서울", "경기", "인천"),
    CENTRAL("충청권", "대전", "세종", "충북", "충남"),
    SOUTH_WEST("호남권", "전남광주", "전북"),
    SOUTH_EAST("영남권", "부산", "대구", "울산", "경북", "경남");

    private final String label;
    private final List<String> cities;

    Area(String label, String... cities) {
        this.label = label;
        this.cities = List.of(cities);
    }

    String label() {
        return label;
    }

    static Optional<Area> of(String city) {
        return Arrays.stream(values()).filter(each -> each.cities.contains(city)).findFirst();
    }
}
