package kr.dangol.platform.web;

import kr.dangol.platform.Refusal;

/// 413.
final class BodyTooLong extends Refusal {

    BodyTooLong() {
        super(413, "content-too-large");
    }
}
