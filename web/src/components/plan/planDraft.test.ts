import { describe, expect, it } from "vitest";
import { changesOf, flawsOf, itemsOf, type PlanDraft, withItems, withWinners } from "./planDraft";

const plan: PlanDraft = {
  title: "두 번째 사진이 더 좋아요",
  prize: "원두 한 봉지",
  participation: "사진을 올려 주세요. 30명께 드려요. 130명까지 와요.",
  winners: "30",
  cost: "295,000",
  items: [
    { name: "원두 한 봉지 × 30", amount: 100_000 },
    { name: "인스타그램 광고", amount: 195_000 },
  ],
  startDate: "2026-12-01",
  endDate: "2026-12-14",
};

describe("a plan while it is edited", () => {
  it("sums its items to the cost", () => {
    const draft = {
      ...plan,
      ...withItems([{ name: "원두 한 봉지 × 30", amount: 120_000 }, plan.items[1] ?? never()]),
    };
    expect(draft.cost).toBe("315,000");
    expect(changesOf(draft, plan)).toEqual({
      cost: 315_000,
      costItems: [
        { name: "원두 한 봉지 × 30", amount: 120_000 },
        { name: "인스타그램 광고", amount: 195_000 },
      ],
    });
  });

  it("shares another cost out over the items and tells the cost alone", () => {
    const draft = { ...plan, cost: "59만원" };
    expect(itemsOf(draft).map((item) => item.amount)).toEqual([200_000, 390_000]);
    expect(changesOf(draft, plan)).toEqual({ cost: 590_000 });
  });

  it("keeps shares while a cost is being typed", () => {
    let typing = plan;
    for (const cost of ["5", "59", "590,000"]) typing = { ...typing, cost };
    expect(itemsOf(typing).map((item) => item.amount)).toEqual([200_000, 390_000]);
  });

  it("pays for more winners at the price of one", () => {
    const more = { ...plan, ...withWinners(plan, "60", plan) };
    expect(more.items[0]).toEqual({ name: "원두 한 봉지 × 60", amount: 200_000 });
    expect(more.cost).toBe("395,000");
    expect(changesOf(more, plan)).toMatchObject({
      winners: 60,
      cost: 395_000,
      participation: "사진을 올려 주세요. 60명께 드려요. 130명까지 와요.",
    });
  });

  it("is as before when the winners are", () => {
    let back = plan;
    for (const winners of ["3", "31", "3", "30"]) back = { ...back, ...withWinners(back, winners, plan) };
    expect(changesOf(back, plan)).toEqual({});
  });

  it("goes by the price an owner set for the prizes", () => {
    const dearer = { ...plan, ...withItems([{ name: "원두 한 봉지 × 30", amount: 300_000 }]) };
    expect(withWinners(dearer, "10", plan).items).toEqual([{ name: "원두 한 봉지 × 10", amount: 100_000 }]);
  });

  it("leaves the cost alone where everyone wins or the number is none", () => {
    expect(withWinners(plan, "", plan)).toEqual({ winners: "" });
    expect(changesOf({ ...plan, winners: "" }, plan)).toEqual({ winners: null });
    expect(flawsOf({ ...plan, winners: "열" })).toEqual({ winners: "winners" });
    expect(flawsOf({ ...plan, winners: "0" })).toEqual({ winners: "winners" });
    expect(flawsOf({ ...plan, winners: "1,000명" })).toEqual({});
  });

  it("drops what costs nothing", () => {
    const draft = {
      ...plan,
      ...withItems(plan.items.map((item, at) => (at ? { ...item, amount: 0 } : item))),
    };
    expect(changesOf(draft, plan).costItems).toEqual([{ name: "원두 한 봉지 × 30", amount: 100_000 }]);
  });
});

function never(): never {
  throw new Error("The plan has two items.");
}
