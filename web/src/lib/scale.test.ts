import { expect, it } from "vitest";
import { scaleOf } from "./scale";

it("ends at a round number at or above the largest value", () => {
  expect(scaleOf([141]).max).toBe(150);
  expect(scaleOf([1000]).max).toBe(1000);
  expect(scaleOf([0]).max).toBe(1);
});

it("keeps every bar on the page", () => {
  const scale = scaleOf([80]);
  expect(scale.at(40)).toBe(50);
  expect(scale.at(400)).toBe(100);
  expect(scale.at(-10)).toBe(0);
});

it("makes room below zero for losses", () => {
  const scale = scaleOf([-50, 100]);
  expect(scale.min).toBe(-50);
  expect(scale.at(0)).toBeCloseTo(33.3, 1);
});
