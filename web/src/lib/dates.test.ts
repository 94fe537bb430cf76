import { describe, expect, it } from "vitest";
import { addDays, dayOf, daysBetween, fromNow, spokenDate, spokenPeriod, today } from "./dates";

const NOW = "2026-12-18";

it("says the day as people do", () => {
  expect(spokenDate("2026-12-20", "ko", NOW)).toBe("12월 20일(일)");
  expect(spokenDate("2027-01-02", "ko", NOW)).toBe("2027년 1월 2일(토)");
  expect(spokenDate("2026-12-20", "en", NOW)).toBe("Sun 20 Dec");
});

describe("spokenPeriod", () => {
  it.each([
    ["2026-12-20", "2026-12-26", "12월 20일(일)~26일(토)"],
    ["2026-12-20", "2026-12-20", "12월 20일(일)"],
    ["2026-12-28", "2027-01-10", "12월 28일(월)~2027년 1월 10일(일)"],
    ["2026-11-28", "2026-12-05", "11월 28일(토)~12월 5일(토)"],
  ])("%s to %s", (from, to, words) => expect(spokenPeriod(from, to, "ko", NOW)).toBe(words));
});

it.each([
  ["2026-12-18", "오늘"],
  ["2026-12-19", "내일"],
  ["2026-12-21", "3일 뒤"],
  ["2026-12-16", "2일 전"],
])("%s is %s", (date, words) => expect(fromNow(date, "ko", NOW)).toBe(words));

it("knows the day in Seoul whatever the zone of the phone", () => {
  expect(today(new Date("2026-12-18T15:30:00Z"))).toBe("2026-12-19");
  expect(dayOf("2026-12-18T15:30:00Z")).toBe("2026-12-19");
  expect(dayOf("2026-12-18")).toBe("2026-12-18");
});

it("reckons over ends of months and years", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(daysBetween("2026-12-20", "2027-01-02")).toBe(13);
});
