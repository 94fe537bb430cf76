import { daysBetween } from "@/lib/dates";
import { parseWon } from "@/lib/money";

/** A plan's fields while they are edited, as typed. */
export type PlanDraft = {
  title: string;
  prize: string;
  participation: string;
  cost: string;
  startDate: string;
  endDate: string;
};

export type PlanFieldName = keyof PlanDraft;

/** What an event may hold; a little more than what we write ourselves. */
export const LIMITS = { title: 100, prize: 50, participation: 200 } as const;

/** What is wrong with a draft, field by field; nothing when it can be used. */
export function flawsOf(draft: PlanDraft): Partial<Record<PlanFieldName, "empty" | "cost" | "dates">> {
  const flaws: Partial<Record<PlanFieldName, "empty" | "cost" | "dates">> = {};
  for (const field of ["title", "prize", "participation"] as const) {
    if (!draft[field].trim()) flaws[field] = "empty";
  }
  const cost = parseWon(draft.cost);
  if (cost === null || cost <= 0) flaws.cost = "cost";
  if (!draft.startDate) flaws.startDate = "empty";
  if (!draft.endDate) flaws.endDate = "empty";
  else if (draft.startDate && daysBetween(draft.startDate, draft.endDate) < 0) flaws.endDate = "dates";
  return flaws;
}

/** The fields that differ, in the form in which they are sent. */
export function changesOf(draft: PlanDraft, before: PlanDraft) {
  const cost = parseWon(draft.cost);
  return {
    ...(draft.title.trim() !== before.title && { title: draft.title.trim() }),
    ...(draft.prize.trim() !== before.prize && { prize: draft.prize.trim() }),
    ...(draft.participation.trim() !== before.participation && { participation: draft.participation.trim() }),
    ...(cost !== null && cost !== parseWon(before.cost) && { cost }),
    ...(draft.startDate && draft.startDate !== before.startDate && { startDate: draft.startDate }),
    ...(draft.endDate && draft.endDate !== before.endDate && { endDate: draft.endDate }),
  };
}

export const isChanged = (draft: PlanDraft, before: PlanDraft): boolean =>
  Object.keys(changesOf(draft, before)).length > 0;
