import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "@/api/client";
import type {
  Channel,
  Estimate,
  ForecastAnswer,
  ForecastRequest,
  IndustryName,
  Location,
  LossRisk,
  Plan,
  Prediction,
  PurposeKey,
} from "@/api/types";
import { parseWon } from "@/lib/money";
import { useDebounced } from "@/lib/useDebounced";
import { flawsOf, isChanged, type PlanDraft } from "./planDraft";
import { participantsOf, roiOf } from "./words";

/** A forecast as the pages show it, wherever it came from. What the shop's margin decides may be missing. */
export type Outlook = {
  participants: Estimate;
  roi: Estimate;
  cases: number;
  basis: string;
  prospects: { profit: number; lossRisk: LossRisk; breakEvenParticipants: number } | null;
};

export const outlookOfPlan = (plan: Plan): Outlook => ({
  participants: participantsOf(plan),
  roi: roiOf(plan),
  cases: plan.forecast.cases,
  basis: plan.forecast.basis,
  prospects: plan.forecast,
});

export const outlookOfPrediction = (prediction: Prediction): Outlook => ({ ...prediction, prospects: null });

const outlookOfAnswer = (answer: ForecastAnswer): Outlook => ({ ...answer, prospects: answer });

/** What a forecast depends on and an edit does not touch. */
export type Surroundings = {
  industry: IndustryName;
  businessType: string;
  location: Location | null;
  purpose: PurposeKey;
  type: Channel;
  marginPercent?: number;
};

/** By name: the server refuses what it does not know, and callers hand in more than this. */
export const requestOf = (surroundings: Surroundings, draft: PlanDraft): ForecastRequest => ({
  industry: surroundings.industry,
  businessType: surroundings.businessType || undefined,
  location: surroundings.location,
  purpose: surroundings.purpose,
  type: surroundings.type,
  marginPercent: surroundings.marginPercent,
  date: draft.startDate,
  cost: parseWon(draft.cost) ?? 0,
  prize: draft.prize.trim(),
  participation: draft.participation.trim(),
});

/** An edit is to show within 100 ms; what is typed on makes the question before it moot. */
const PAUSE_MILLIS = 40;

/**
 * The forecast for a draft: the given one until something that matters is edited, then asked anew shortly
 * after each edit. The last good one stays while a field is empty or the line is slow.
 */
export function useOutlook(
  base: Outlook,
  surroundings: Surroundings | null,
  draft: PlanDraft,
  before: PlanDraft,
) {
  // Neither name nor end, winners nor how the cost is split change what we expect.
  const { title, endDate, winners, items } = draft;
  const edited = isChanged(draft, { ...before, title, endDate, winners, items });
  const usable =
    Object.keys(flawsOf({ ...draft, title: "-", winners: "", endDate: draft.startDate })).length === 0;
  const request: ForecastRequest | null =
    surroundings && edited && usable ? requestOf(surroundings, draft) : null;
  const settled = useDebounced(JSON.stringify(request), PAUSE_MILLIS);
  const answer = useQuery({
    queryKey: ["forecast", settled],
    queryFn: ({ signal }) =>
      call<ForecastAnswer>("/api/forecasts", { method: "POST", body: JSON.parse(settled), signal }),
    enabled: settled !== "null",
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
  const current = edited && answer.data ? outlookOfAnswer(answer.data) : base;
  return {
    outlook: current,
    edited: edited && answer.data !== undefined,
    updating: edited && usable && (answer.isFetching || settled !== JSON.stringify(request)),
    failed: edited && answer.isError,
  };
}
