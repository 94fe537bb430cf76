import { expect, it } from "vitest";
import { startOf } from "./when";

it.each([
  ["now", "2026-12-18", undefined],
  ["weekend", "2026-12-18", "2026-12-19"],
  ["weekend", "2026-12-20", "2026-12-20"],
  ["next-week", "2026-12-18", "2026-12-21"],
  ["next-week", "2026-12-20", "2026-12-21"],
  ["next-week", "2026-12-21", "2026-12-28"],
  ["next-month", "2026-12-18", "2027-01-01"],
  ["next-month", "2026-09-30", "2026-10-01"],
] as const)("%s on %s means %s", (when, now, date) => expect(startOf(when, "", now)).toBe(date));

it("takes the picked day, and none as now", () => {
  expect(startOf("pick", "2027-02-03", "2026-12-18")).toBe("2027-02-03");
  expect(startOf("pick", "", "2026-12-18")).toBeUndefined();
});
