package kr.dangol.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What Korean personal-data law wants agreed to before we hold somebody's data. The version is the
/// date of the wording shown at sign-up; a new wording gets a new version.
enum Consent {
    @JsonProperty("terms")
    TERMS("2026-11-22"),
    @JsonProperty("privacy")
    PRIVACY("2026-11-22");

    private final String version;

    Consent(String version) {
        this.version = version;
    }

    String version() {
        return version;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
