import { expect, it } from "vitest";
import { csvOf } from "./csv";

it("quotes what needs it and defuses formulas", async () => {
  const text = await csvOf([
    ["title", "cost"],
    ['큰 "한우", 세트', 1000],
    ["=SUM(A1)", null],
  ]).text();
  expect(text.replace("\uFEFF", "")).toBe('title,cost\r\n"큰 ""한우"", 세트",1000\r\n\'=SUM(A1),\r\n');
});
