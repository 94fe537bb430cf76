package kr.dangol.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.dangol.intake.run.StepName;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;

/// Which steps for which sources; all of them where nothing is said.
record RunRequest(
        @Schema(example = "[\"fetch\", \"clean\"]") @Nullable List<String> steps,
        @Schema(example = "[\"naver\"]") @Nullable List<String> sources) {

    List<StepName> stepNames() {
        return read(steps, "steps", StepName::find, List.of(StepName.values()));
    }

    List<SourceKey> sourceKeys() {
        return read(sources, "sources", SourceKey::find, List.of(SourceKey.values()));
    }

    private static <T> List<T> read(
            @Nullable List<String> names,
            String field,
            Function<String, Optional<T>> reader,
            List<T> all) {
        if (names == null) {
            return all;
        }
        var found = new ArrayList<T>();
        for (var name : names) {
            found.add(
                    reader.apply(name)
                            .orElseThrow(() ->
                                    new InvalidRequest(
                                            FieldError.of(field, "field.collection." + field))));
        }
        if (found.isEmpty()) {
            throw new InvalidRequest(FieldError.of(field, "field.collection." + field));
        }
        return found;
    }
}
