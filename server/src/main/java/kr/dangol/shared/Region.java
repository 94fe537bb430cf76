package kr.dangol.shared;

import org.jspecify.annotations.Nullable;

/// A place on the level owners think in: the short name of one of the 16 시도 and, where known, the
/// 시군구 with its 일반구, e.g. `경기`, `성남시 분당구`. The district is null for 세종 and where only the 시도 is
/// known. Obtain checked instances from [Regions].
public record Region(String city, @Nullable String district) {

    /// The form people read, e.g. "서울 강남구".
    public String label() {
        return district == null ? city : city + " " + district;
    }
}
