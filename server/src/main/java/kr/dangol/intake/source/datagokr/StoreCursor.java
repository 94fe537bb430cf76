package kr.dangol.intake.source.datagokr;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far a quarter is read.
///
/// @param before shops of each 시도 in the quarter that was published last
/// @param totals shops of each 시도 by its code, as the source counted them
/// @param read shops of each 시도 that is read whole
/// @param city the 시도 in the middle of which reading stopped
/// @param page the last page of it that is counted
/// @param counts shops so far, by code of 시군구 and trade
/// @param districts what the codes of 시군구 are called
public record StoreCursor(
        String quarter,
        Map<String, Long> before,
        Map<String, Long> totals,
        Map<String, Long> read,
        @Nullable String city,
        int page,
        Map<String, Integer> counts,
        Map<String, String> districts,
        Stage stage) {

    /// What has become of the quarter.
    public enum Stage {
        READING,
        READ,
        CLEAN,
        PUBLISHED
    }

    static StoreCursor of(String quarter, Map<String, Long> before, Map<String, Long> totals) {
        return new StoreCursor(
                quarter, before, totals, Map.of(), null, 0, Map.of(), Map.of(), Stage.READING);
    }

    StoreCursor middle(
            String code, int lastPage, Map<String, Integer> soFar, Map<String, String> names) {
        return new StoreCursor(
                quarter, before, totals, read, code, lastPage, soFar, names, Stage.READING);
    }

    StoreCursor whole(String code, long shops) {
        var more = new TreeMap<>(read);
        more.put(code, shops);
        return new StoreCursor(
                quarter, before, totals, more, null, 0, Map.of(), Map.of(), Stage.READING);
    }

    StoreCursor at(Stage next) {
        return new StoreCursor(quarter, before, totals, read, null, 0, Map.of(), Map.of(), next);
    }

    long shops() {
        return totals.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What a later quarter is compared with.
    Map<String, Long> lastPublished() {
        return stage == Stage.PUBLISHED ? totals : before;
    }

    boolean isOf(String other, Map<String, Long> counted) {
        return quarter.equals(other) && totals.equals(counted);
    }
}
