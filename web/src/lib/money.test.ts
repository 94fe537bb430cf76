import { describe, expect, it } from "vitest";
import { exactWon, extraSales, parseWon, splitInProportion, spokenWon } from "./money";

describe("spokenWon", () => {
  it.each([
    [0, "0원"],
    [9_500, "9,500원"],
    [10_000, "1만원"],
    [12_500, "1만 2,500원"],
    [15_000, "1만 5천원"],
    [250_000, "25만원"],
    [255_000, "25만 5천원"],
    [1_234_567, "약 123만원"],
    [99_999_999, "약 1억원"],
    [120_000_000, "1억 2,000만원"],
    [-300_000, "-30만원"],
  ])("says %i as %s", (won, words) => expect(spokenWon(won)).toBe(words));

  it("keeps every won in English", () => expect(spokenWon(1_234_567, "en")).toBe("₩1,234,567"));
});

it("writes out the exact amount", () => {
  expect(exactWon(1_234_567)).toBe("1,234,567원");
  expect(exactWon(-5_000, "en")).toBe("-₩5,000");
});

describe("parseWon", () => {
  it.each([
    ["300000", 300_000],
    ["300,000원", 300_000],
    ["30만", 300_000],
    ["30만원", 300_000],
    ["1.5백만", 1_500_000],
    ["1만 5천", 15_000],
    ["1억 2000만", 120_000_000],
    ["2만500", 20_500],
    ["0", 0],
  ])("reads %s", (text, won) => expect(parseWon(text)).toBe(won));

  it.each(["", "많이", "만원만", "30만쯤", "-5", "1.5"])("refuses %s", (text) =>
    expect(parseWon(text)).toBeNull(),
  );
});

describe("extraSales", () => {
  it("counts the money spent in", () => expect(extraSales(520)).toBe(620_000));
  it("rounds small amounts to thousands", () => expect(extraSales(-37)).toBe(63_000));
  it("never promises less than nothing", () => expect(extraSales(-150)).toBe(0));
});

describe("splitInProportion", () => {
  const items = [
    { name: "경품", amount: 170_000 },
    { name: "홍보", amount: 50_000 },
    { name: "인쇄", amount: 30_000 },
  ];

  it.each([250_000, 251_000, 333_333, 90_001, 5_000_000])("sums to %i", (total) => {
    const parts = splitInProportion(items, total);
    expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(total);
    expect(parts.every((part) => part.amount >= 0)).toBe(true);
  });

  it("leaves items alone when the total is theirs", () => {
    expect(splitInProportion(items, 250_000)).toEqual(items);
  });
});
