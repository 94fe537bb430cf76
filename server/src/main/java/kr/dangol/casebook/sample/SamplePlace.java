package kr.dangol.casebook.sample;

import java.util.Arrays;
import java.util.List;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;

/// Where sample shops stand: four groups of places with the shares the product owner asked for, and
/// in each the districts where such shops really crowd.
enum SamplePlace {
    SEOUL(
            0.30,
            "서울 강남구|서울 마포구|서울 성동구|서울 송파구|서울 종로구|서울 용산구|서울 서초구|서울 영등포구|서울 관악구|서울 광진구|서울 은평구|서울 노원구|서울 서대문구|서울 중구|서울 강서구|서울 동작구"),
    GYEONGGI(
            0.25,
            "경기 성남시 분당구|경기 수원시 팔달구|경기 수원시 영통구|경기 고양시 일산동구|경기 용인시 수지구|경기 부천시 원미구|경기 안양시 동안구|경기 평택시|경기 의정부시|경기 하남시|경기 김포시|경기 파주시|경기 남양주시|경기 광명시|경기 가평군|경기 화성시 동탄구"),
    METROPOLIS(
            0.20,
            "부산 해운대구|부산 부산진구|부산 수영구|부산 금정구|부산 남구|대구 중구|대구 수성구|대구 달서구|인천 연수구|인천 남동구|인천 부평구|인천 미추홀구"),
    ELSEWHERE(
            0.25,
            "대전 유성구|대전 서구|전남광주 동구|전남광주 여수시|전남광주 순천시|울산 남구|세종|강원 강릉시|강원 춘천시|강원 속초시|충북 청주시 흥덕구|충남 천안시 서북구|전북 전주시 완산구|전북 군산시|경북 경주시|경북 포항시 남구|경남 창원시 성산구|경남 김해시|경남 통영시|제주 제주시|제주 서귀포시");

    private final double share;
    private final List<Region> regions;

    SamplePlace(double share, String regions) {
        this.share = share;
        this.regions = Arrays.stream(regions.split("\\|")).map(SamplePlace::region).toList();
    }

    double share() {
        return share;
    }

    List<Region> regions() {
        return regions;
    }

    private static Region region(String label) {
        var parts = label.split(" ", 2);
        return Regions.find(parts[0], parts.length == 1 ? null : parts[1])
                .orElseThrow(() -> new IllegalStateException(label));
    }
}
