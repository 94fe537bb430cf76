package kr.dangol.recommendation.builtin;

import java.util.Set;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// What people call a place.
final class Town {

    /// Wards better known than their city.
    private static final Set<String> WARDS = Set.of("분당", "수지", "기흥", "동탄", "일산동", "일산서");

    private static final String HERE = "우리 동네";

    private Town() {}

    /// "강남", "성남", "분당"; "우리 동네" where the name alone says little.
    static String of(@Nullable Region region) {
        if (region == null || region.city().length() > 2) {
            return HERE;
        }
        var district = region.district();
        return district == null ? region.city() : of(region.city(), district.split(" "));
    }

    /// "중구" alone says nothing: then the city must do.
    private static String of(String city, String[] parts) {
        var ward = stem(parts[parts.length - 1]);
        if (WARDS.contains(ward)) {
            return ward.substring(0, 2);
        }
        var own = stem(parts[0]);
        return own.length() < 2 ? city : own;
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - 1);
    }
}
