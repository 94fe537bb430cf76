import type { InsightWords } from "./text";

export type Unit = "count" | "seconds" | "share" | "krw";

/** A value as people read it; a dash where nothing speaks for one. */
export function spoken(value: number | null, unit: string, words: InsightWords): string {
  if (value === null) return "-";
  switch (unit as Unit) {
    case "share":
      return percent(value);
    case "seconds":
      return words.seconds(value);
    case "krw":
      return words.won(value < 100 ? Math.round(value * 10) / 10 : Math.round(value));
    default:
      return words.count(value);
  }
}

/** Shares near their ends need a digit more to be told from them. */
export function percent(share: number): string {
  const value = share * 100;
  const digits = Math.abs(value) < 2 || Math.abs(value - 100) < 2 ? 1 : 0;
  return `${Number(value.toFixed(digits))}%`;
}

/** Round ends of an axis that hold all values, and the steps between. */
export function axis(low: number, high: number, steps = 4): { low: number; high: number; ticks: number[] } {
  const span = high - low || Math.abs(high) || 1;
  const raw = span / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= raw) ?? 10) * power;
  const first = Math.floor(low / step) * step;
  const last = Math.ceil(high / step) * step || step;
  const count = Math.round((last - first) / step);
  return { low: first, high: last, ticks: Array.from({ length: count + 1 }, (_, i) => first + i * step) };
}

/** Runs of values without a gap, as the points of a line. */
export function runs(values: readonly (number | null)[]): { at: number; value: number }[][] {
  const all: { at: number; value: number }[][] = [];
  let run: { at: number; value: number }[] = [];
  values.forEach((value, at) => {
    if (value === null) {
      if (run.length) all.push(run);
      run = [];
    } else {
      run.push({ at, value });
    }
  });
  if (run.length) all.push(run);
  return all;
}
