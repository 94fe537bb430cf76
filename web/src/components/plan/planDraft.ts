import { daysBetween } from "@/lib/dates";
import { parseWon, splitInProportion } from "@/lib/money";

/** One line of the budget. `own` is one that the owner added, and may name. */
export type CostItem = { name: string; amount: number; own?: true };

/** A plan's fields while they are edited, as typed. */
export type PlanDraft = {
  title: string;
  prize: string;
  participation: string;
  /** How many get the prize; nothing where everyone who takes part does. */
  winners: string;
  cost: string;
  /** The items as last set one by one; [itemsOf] says what they are at this cost. */
  items: CostItem[];
  startDate: string;
  endDate: string;
};

export type PlanFieldName = Exclude<keyof PlanDraft, "items">;
type Flaw = "empty" | "winners" | "cost" | "dates";

/** What an event may hold; a little more than what we write ourselves. */
export const LIMITS = { title: 100, prize: 50, participation: 200, winners: 1_000_000, item: 50 } as const;

/** What is wrong with a draft, field by field; nothing when it can be used. */
export function flawsOf(draft: PlanDraft): Partial<Record<PlanFieldName, Flaw>> {
  const flaws: Partial<Record<PlanFieldName, Flaw>> = {};
  for (const field of ["title", "prize", "participation"] as const) {
    if (!draft[field].trim()) flaws[field] = "empty";
  }
  const winners = countOf(draft.winners);
  if (winners !== null && !(winners >= 1 && winners <= LIMITS.winners)) flaws.winners = "winners";
  const cost = parseWon(draft.cost);
  if (cost === null || cost <= 0) flaws.cost = "cost";
  if (!draft.startDate) flaws.startDate = "empty";
  if (!draft.endDate) flaws.endDate = "empty";
  else if (draft.startDate && daysBetween(draft.startDate, draft.endDate) < 0) flaws.endDate = "dates";
  return flaws;
}

/** Null for everyone; NaN for what is no number. */
export const countOf = (winners: string): number | null => {
  const digits = winners.replace(/[,\s명]/g, "");
  if (digits === "") return null;
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
};

/** What the money is for at the draft's cost. */
export const itemsOf = (draft: PlanDraft): CostItem[] =>
  splitInProportion(draft.items, parseWon(draft.cost) ?? 0);

/** The draft with other items; the cost is what they sum to. */
export function withItems(items: CostItem[]): Pick<PlanDraft, "items" | "cost"> {
  const cost = items.reduce((sum, item) => sum + item.amount, 0);
  return { items, cost: cost.toLocaleString("ko-KR") };
}

const COUNTED = / × ([\d,]+)$/;

/**
 * The draft for another number of winners: the words that say how many follow, the item that counts them
 * ("원두 × 10"), and with it the cost. The price of one is that of the plan as it was, so that going there and back changes nothing.
 */
export function withWinners(draft: PlanDraft, winners: string, before: PlanDraft): Partial<PlanDraft> {
  const count = countOf(winners);
  if (!count || count > LIMITS.winners) return { winners };
  const items = itemsOf(draft);
  const at = items.findIndex((item) => COUNTED.test(item.name));
  const item = items[at];
  const words = {
    winners,
    participation: followWinners(
      draft.participation,
      item ? countIn(item.name) : countOf(draft.winners),
      count,
    ),
  };
  if (!item) return words;
  const planned = before.items.find((each) => bare(each.name) === bare(item.name));
  const untouched = planned !== undefined && item.amount === amountFor(planned, countIn(item.name));
  const counted = {
    ...item,
    name: `${bare(item.name)} × ${count.toLocaleString("ko-KR")}`,
    amount: amountFor(untouched ? planned : item, count),
  };
  return {
    ...words,
    ...withItems(items.map((each, index) => (index === at ? counted : each))),
  };
}

/** A text that says how many win, for another number of them: "10명께 드려요" becomes "20명께 드려요". */
export function followWinners(text: string, from: number | null, to: number | null): string {
  if (!from || !to || from === to) return text;
  const said = new RegExp(`(^|[^\\d,])${from.toLocaleString("ko-KR")}명`, "g");
  return text.replace(said, `$1${to.toLocaleString("ko-KR")}명`);
}

const bare = (name: string) => name.replace(COUNTED, "");
const countIn = (name: string) => Number(COUNTED.exec(name)?.[1]?.replaceAll(",", "") ?? 0);
const amountFor = (item: CostItem, count: number) =>
  Math.round((item.amount / Math.max(1, countIn(item.name))) * count);

/** The fields that differ, in the form in which they are sent. */
export function changesOf(draft: PlanDraft, before: PlanDraft) {
  const cost = parseWon(draft.cost);
  const winners = countOf(draft.winners);
  const items = itemsOf(draft);
  // Items that only followed the cost need not be told: the server shares it out the same way.
  const itemised = cost !== null && !sameItems(items, splitInProportion(before.items, cost));
  return {
    ...(draft.title.trim() !== before.title && { title: draft.title.trim() }),
    ...(draft.prize.trim() !== before.prize && { prize: draft.prize.trim() }),
    ...(draft.participation.trim() !== before.participation && { participation: draft.participation.trim() }),
    ...(winners !== countOf(before.winners) && { winners }),
    ...(cost !== null && cost !== parseWon(before.cost) && { cost }),
    ...(itemised && {
      costItems: items
        .filter((item) => item.amount > 0)
        .map(({ name, amount }) => ({ name: name.trim(), amount })),
    }),
    ...(draft.startDate && draft.startDate !== before.startDate && { startDate: draft.startDate }),
    ...(draft.endDate && draft.endDate !== before.endDate && { endDate: draft.endDate }),
  };
}

export type PlanChanges = ReturnType<typeof changesOf>;

const sameItems = (a: readonly CostItem[], b: readonly CostItem[]): boolean => {
  const words = (items: readonly CostItem[]) =>
    JSON.stringify(items.filter((item) => item.amount > 0).map((item) => [item.name, item.amount]));
  return words(a) === words(b);
};

export const isChanged = (draft: PlanDraft, before: PlanDraft): boolean =>
  Object.keys(changesOf(draft, before)).length > 0;
