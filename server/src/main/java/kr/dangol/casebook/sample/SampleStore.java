package kr.dangol.casebook.sample;

import kr.dangol.shared.Region;

/// A made-up shop with several events. `reach` and `spending` are what this shop does better or
/// worse than others of its kind, in all its events.
record SampleStore(
        String key,
        SampleTrade trade,
        SamplePlace place,
        Region region,
        int events,
        int years,
        double reach,
        double spending) {}
