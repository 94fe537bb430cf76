package kr.dangol.benchmarks.forecast;

import kr.dangol.event.EventTraits;

/// A way to foretell the ROI of a plan, in percent.
interface Guess {

    double roi(EventTraits traits);
}
