package kr.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Region;
import kr.dangol.store.StoreRequest.PlaceRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreProfileTest {

    @Test
    void derivesIndustryPlaceAndMargin() {
        var profile = StoreProfile.from(shop("고깃집", "서울시 강남구 테헤란로 1"));
        assertThat(profile.industry()).isEqualTo(Industry.FOOD);
        assertThat(profile.businessType().name()).isEqualTo("고깃집");
        assertThat(profile.region()).isEqualTo(new Region("서울", "강남구"));
        assertThat(profile.marginPercent())
                .isEqualTo(profile.businessType().defaultMarginPercent());
    }

    @Test
    void givenIndustryWins() {
        var profile = StoreProfile.from(with("서비스", null, null, null));
        assertThat(profile.industry()).isEqualTo(Industry.SERVICE);
    }

    @Test
    void keepsWhatTheOwnerCallsTheTrade() {
        var profile = StoreProfile.from(shop("우주선 정비소", "서울 강남구"));
        assertThat(profile.businessTypeText()).isEqualTo("우주선 정비소");
        assertThat(profile.businessType().industry()).isEqualTo(profile.industry());
    }

    @Test
    void leavesAnAmbiguousAddressUnplaced() {
        assertThat(StoreProfile.from(shop("카페", "중구 중앙로 1")).region()).isNull();
    }

    @Test
    void chosenPlaceWinsAndIsTranslated() {
        var profile = StoreProfile.from(with(null, new PlaceRequest("대구광역시", "중구"), null, null));
        assertThat(profile.region()).isEqualTo(new Region("대구", "중구"));
    }

    @Test
    void acceptsACityThatHasDistrictsWithoutOne() {
        var profile = StoreProfile.from(with(null, new PlaceRequest("경기", "성남시"), null, null));
        assertThat(profile.region()).isEqualTo(new Region("경기", "성남시"));
    }

    @Test
    void takesTextWithoutMarkupAndOddSpaces() {
        var request =
                new StoreRequest(" <b>단골</b>   식당 ", null, "한식당", "서울 강남구", null, " ", "", null);
        var profile = StoreProfile.from(request);
        assertThat(profile.name()).isEqualTo("단골 식당");
        assertThat(profile.openingHours()).isNull();
        assertThat(profile.registrationNumber()).isNull();
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        var request =
                new StoreRequest(
                        "<i></i>",
                        "음식",
                        null,
                        " ",
                        new PlaceRequest("서울", "해운대구"),
                        null,
                        "1208147522",
                        null);
        assertThatThrownBy(() -> StoreProfile.from(request))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(FieldError::field)
                                        .containsExactlyInAnyOrder(
                                                "name",
                                                "industry",
                                                "businessType",
                                                "address",
                                                "location",
                                                "businessRegistrationNumber"));
    }

    private static StoreRequest shop(String type, String address) {
        return new StoreRequest("단골", null, type, address, null, null, null, null);
    }

    private static StoreRequest with(
            @Nullable String industry,
            @Nullable PlaceRequest location,
            @Nullable String number,
            @Nullable Integer margin) {
        return new StoreRequest("단골", industry, "고깃집", "중구", location, null, number, margin);
    }
}
