package kr.dangol.intake.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A few rows of what a source gave last, without anything that names a person.
record PreviewResponse(String source, @Nullable Instant takenAt, List<Map<String, String>> rows) {}
