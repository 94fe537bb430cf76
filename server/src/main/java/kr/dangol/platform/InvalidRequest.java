package kr.dangol.platform;

import java.util.List;

/// A well-formed request whose content breaks a rule: 400 with code `validation` and a line per
/// field.
public final class InvalidRequest extends Refusal {

    public InvalidRequest(FieldError... errors) {
        super(400, "validation", List.of(errors));
    }
}
