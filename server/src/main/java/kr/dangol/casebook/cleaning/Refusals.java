package kr.dangol.casebook.cleaning;

import java.io.IOException;

/// Hears of every line that is refused, in their order.
public interface Refusals {

    void refused(long line, String reason) throws IOException;
}
