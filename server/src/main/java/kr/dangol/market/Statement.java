package kr.dangol.market;

import java.time.LocalDate;

/// One sentence or two of Korean, about 100 characters, that rests on `source` as of `asOf`.
public record Statement(String text, String source, LocalDate asOf) {}
