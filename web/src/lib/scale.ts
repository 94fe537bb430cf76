/** Maps values onto 0–100 for a bar. Starts at zero or below; ends at a round number above the largest. */
export type Scale = { min: number; max: number; at: (value: number) => number };

export function scaleOf(values: readonly number[]): Scale {
  const max = roundUp(Math.max(1, ...values));
  const lowest = Math.min(0, ...values);
  const min = lowest < 0 ? -roundUp(-lowest) : 0;
  const at = (value: number) => Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100));
  return { min, max, at };
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  const step = steps.find((each) => each * power >= value) ?? 10;
  return step * power;
}
