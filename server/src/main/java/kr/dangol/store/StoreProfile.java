package kr.dangol.store;

import static kr.dangol.platform.Refusal.FieldError.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.AddressParser;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.KoreanText;
import kr.dangol.shared.Placement;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import org.jspecify.annotations.Nullable;

/// What an owner tells about a shop, understood: trade and place are found, the registration number
/// is checked. Location and margin stay null where the owner left them to us.
record StoreProfile(
        String name,
        Industry industry,
        String businessTypeText,
        BusinessType businessType,
        String address,
        @Nullable Region chosenRegion,
        @Nullable String openingHours,
        @Nullable RegistrationNumber registrationNumber,
        @Nullable Integer chosenMarginPercent) {

    /// Reads a request; refuses it with a line for each field that is wrong.
    static StoreProfile from(StoreRequest request) {
        var reader = new Reader();
        var name = reader.required("name", request.name());
        var typeText = reader.required("businessType", request.businessType());
        var address = reader.required("address", request.address());
        var given = reader.parsed("industry", request.industry(), Industry::find);
        var location = request.location();
        var region = location == null ? null : reader.region(location.region());
        var number =
                reader.parsed(
                        "businessRegistrationNumber",
                        blankToNull(request.businessRegistrationNumber()),
                        RegistrationNumber::parse);
        reader.refuseIfWrong();
        var type = BusinessTypes.resolve(typeText, given);
        return new StoreProfile(
                name,
                given == null ? type.industry() : given,
                typeText,
                type,
                address,
                region,
                blankToNull(request.openingHours()),
                number,
                request.marginPercent());
    }

    /// Where the shop is: as the owner says, else as the address does.
    @Nullable Region region() {
        if (chosenRegion != null) {
            return chosenRegion;
        }
        return AddressParser.parse(address) instanceof Placement.Placed(var region) ? region : null;
    }

    int marginPercent() {
        return chosenMarginPercent == null
                ? businessType.defaultMarginPercent()
                : chosenMarginPercent;
    }

    static Region checkedRegion(Region location) {
        var reader = new Reader();
        var region = reader.region(location);
        reader.refuseIfWrong();
        return region;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        var clean = text == null ? "" : KoreanText.clean(text);
        return clean.isEmpty() ? null : clean;
    }

    @Override
    public String toString() {
        return "StoreProfile";
    }

    /// Collects what is wrong, so that the owner hears of everything at once.
    private static final class Reader {

        private final List<FieldError> errors = new ArrayList<>();

        String required(String field, @Nullable String text) {
            var clean = blankToNull(text);
            if (clean == null) {
                errors.add(of(field, "field.required"));
                return "";
            }
            return clean;
        }

        <T> @Nullable T parsed(String field, @Nullable String text, Parser<T> parser) {
            if (text == null) {
                return null;
            }
            var found = parser.parse(text);
            if (found.isEmpty()) {
                errors.add(of(field, "field.store." + field));
            }
            return found.orElse(null);
        }

        Region region(Region location) {
            var found = Regions.find(location.city(), location.district());
            if (found.isEmpty()) {
                errors.add(of("location", "field.store.location"));
            }
            return found.orElse(location);
        }

        void refuseIfWrong() {
            if (!errors.isEmpty()) {
                throw new InvalidRequest(errors.toArray(FieldError[]::new));
            }
        }
    }

    private interface Parser<T> {
        Optional<T> parse(String text);
    }
}
