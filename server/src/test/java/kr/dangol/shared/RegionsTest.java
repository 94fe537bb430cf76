package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @Test
    void countsAreThoseOfJuly2026() {
        var perCity =
                Regions.all().stream()
                        .filter(each -> each.label().matches("\\S+ \\S+"))
                        .collect(Collectors.groupingBy(Region::city, Collectors.counting()));
        assertThat(Regions.cities()).hasSize(16);
        assertThat(perCity)
                .containsEntry("서울", 25L)
                .containsEntry("인천", 11L)
                .containsEntry("전남광주", 27L)
                .containsEntry("경기", 31L)
                .doesNotContainKeys("세종", "광주", "전남");
        assertThat(Regions.all()).filteredOn(each -> each.label().matches(".+ .+ .+")).hasSize(39);
    }

    @Test
    void findsEveryRegionByItsOwnNames() {
        for (var region : Regions.all()) {
            assertThat(Regions.find(region.city(), region.district())).contains(region);
        }
        for (var city : Regions.cities()) {
            assertThat(Regions.find(city.city(), null)).contains(city);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "서울특별시, 강남구, 서울 강남구",
        "서울시, 강남, 서울 강남구",
        "광주광역시, 북구, 전남광주 북구",
        "광주, 북구, 전남광주 북구",
        "전라남도, 목포시, 전남광주 목포시",
        "전남, 목포시, 전남광주 목포시",
        "강원도, 고성군, 강원 고성군",
        "전라북도, 전주시완산구, 전북 전주시 완산구",
        "경기, 분당구, 경기 성남시 분당구",
        "경기도, 광주시, 경기 광주시",
        "인천, 동구, 인천 제물포구",
        "인천광역시, 남구, 인천 미추홀구",
        "경북, 군위군, 대구 군위군",
        "경북, 남구, 경북 포항시 남구",
        "세종, 세종시, 세종",
        "세종특별자치시, '', 세종",
        "충남, 연기군, 세종",
    })
    void translatesOldAndOfficialNames(String city, String district, String label) {
        assertThat(Regions.find(city, district)).map(Region::label).contains(label);
    }

    @ParameterizedTest
    @CsvSource({
        "인천, 중구",
        "인천, 서구",
        "경남, 마산시",
        "서울, 해운대구",
        "경기, 고성군",
        "세종, 강남구",
        "평양, 중구",
        "'', 중구",
        "강남구, ''",
    })
    void isEmptyWhenUnknownOrAmbiguous(String city, String district) {
        assertThat(Regions.find(city, district)).isEmpty();
    }

    @Test
    void parentsLeadUpToTheCity() {
        var bundang = Regions.find("경기", "성남시 분당구").orElseThrow();
        var seongnam = Regions.parent(bundang).orElseThrow();
        var gyeonggi = Regions.parent(seongnam).orElseThrow();
        assertThat(seongnam.label()).isEqualTo("경기 성남시");
        assertThat(gyeonggi.label()).isEqualTo("경기");
        assertThat(Regions.parent(gyeonggi)).isEmpty();
    }
}
