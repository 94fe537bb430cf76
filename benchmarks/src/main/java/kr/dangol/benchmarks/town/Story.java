package kr.dangol.benchmarks.town;

import java.util.List;
import java.util.function.IntPredicate;

/// What happened in a town in one telling.
record Story(List<Happening> happenings) {

    Story {
        happenings = List.copyOf(happenings);
    }

    /// Those of some months, counted from 0.
    Story in(IntPredicate months) {
        return new Story(happenings.stream().filter(each -> months.test(each.month())).toList());
    }

    /// Those of every n-th shop.
    Story ofShops(int remainder, int of) {
        return new Story(
                happenings.stream().filter(each -> each.shop() % of == remainder).toList());
    }

    int size() {
        return happenings.size();
    }
}
