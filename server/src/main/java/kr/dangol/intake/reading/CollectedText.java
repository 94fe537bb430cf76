package kr.dangol.intake.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A text as a source gave it, already without markup, handles, phone numbers and addresses of
/// people.
///
/// @param id stays the same for the same text
/// @param source the source's key, such as `naver` or `instagram`
/// @param title of a blog post; null for a caption
/// @param link where it can be read
/// @param date the day it was written, in Asia/Seoul
public record CollectedText(
        String id,
        String source,
        @Nullable String title,
        String text,
        String link,
        @Nullable LocalDate date) {}
