package kr.dangol.forecast;

import java.util.List;
import kr.dangol.event.EventTraits;
import kr.dangol.platform.AccountId;

/// Says what a forecast leans on.
public interface Grounding {

    /// The precedents that count most in the forecast for a plan, heaviest first, as `asking` may
    /// see them.
    List<Ground> grounds(EventTraits traits, AccountId asking);
}
