import { describe, expect, it } from "vitest";
import { axis, percent, runs } from "./format";

describe("axis", () => {
  it("has round ends that hold all values", () => {
    expect(axis(0, 0.83).ticks.map((tick) => Number(tick.toFixed(2)))).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(axis(0, 9.7).high).toBe(10);
    expect(axis(-120, 480)).toMatchObject({ low: -200, high: 600 });
  });

  it("copes with nothing but zero", () => {
    expect(axis(0, 0).high).toBeGreaterThan(0);
  });
});

describe("percent", () => {
  it("tells a share near its end from the end", () => {
    expect(percent(0.994)).toBe("99.4%");
    expect(percent(0.99)).toBe("99%");
    expect(percent(1)).toBe("100%");
    expect(percent(4.182)).toBe("418%");
    expect(percent(0.713)).toBe("71%");
    expect(percent(0.004)).toBe("0.4%");
  });
});

describe("runs", () => {
  it("leaves gaps where nothing is known", () => {
    expect(runs([null, 1, 2, null, 3])).toEqual([
      [
        { at: 1, value: 1 },
        { at: 2, value: 2 },
      ],
      [{ at: 4, value: 3 }],
    ]);
    expect(runs([null, null])).toEqual([]);
  });
});
