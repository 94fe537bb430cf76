import { queryOptions } from "@tanstack/react-query";
import { call, send } from "@/api/client";
import type { Items } from "@/api/types";
import type { Accuracy, Bill, DrillDown, Feedback, OutcomeLine, Overview, SlowLine, UsageRow } from "./types";

export type Period = { from: string; to: string };
export type Slice = { industry: string; region: string; engine: string; promptVersion: string };
export type Dimension = keyof Slice;
export const dimensions: Dimension[] = ["industry", "region", "engine", "promptVersion"];

const minute = 60_000;

export const overviewQuery = (period: Period, slice: Slice) =>
  queryOptions({
    queryKey: ["insight", "overview", period, slice],
    queryFn: ({ signal }) =>
      call<Overview>("/api/ops/insight/overview", { query: { ...period, ...slice }, signal }),
    refetchInterval: minute,
    placeholderData: (before) => before,
  });

export const drillDownQuery = (by: Dimension, period: Period, slice: Slice) =>
  queryOptions({
    queryKey: ["insight", "drilldown", by, period, slice],
    queryFn: ({ signal }) =>
      call<Items<DrillDown>>("/api/ops/insight/drilldown", { query: { by, ...period, ...slice }, signal }),
    placeholderData: (before) => before,
  });

export const accuracyQuery = (by: Dimension, period: Period) =>
  queryOptions({
    queryKey: ["insight", "accuracy", by, period],
    queryFn: ({ signal }) =>
      call<Accuracy>("/api/ops/insight/accuracy", { query: { by, ...period }, signal }),
    placeholderData: (before) => before,
  });

export const outcomesQuery = (period: Period, slice: Partial<Slice>) =>
  queryOptions({
    queryKey: ["insight", "outcomes", period, slice],
    queryFn: ({ signal }) =>
      call<Items<OutcomeLine>>("/api/ops/insight/outcomes", { query: { ...period, ...slice }, signal }),
    placeholderData: (before) => before,
  });

export const feedbackQuery = (period: Period) =>
  queryOptions({
    queryKey: ["insight", "feedback", period],
    queryFn: ({ signal }) => call<Feedback>("/api/ops/insight/feedback", { query: period, signal }),
    placeholderData: (before) => before,
  });

export const slowQuery = (period: Period) =>
  queryOptions({
    queryKey: ["insight", "slow", period],
    queryFn: ({ signal }) =>
      call<Items<SlowLine>>("/api/ops/insight/slow", { query: { ...period, limit: 20 }, signal }),
    placeholderData: (before) => before,
  });

export const billQuery = queryOptions({
  queryKey: ["insight", "bill"],
  queryFn: () => call<Bill>("/api/ops/insight/bill"),
  refetchInterval: minute,
});

export const usageQuery = (period: Period) =>
  queryOptions({
    queryKey: ["insight", "usage", period],
    queryFn: ({ signal }) =>
      call<Items<UsageRow>>("/api/ops/usage", { query: { by: "day", ...period }, signal }),
    placeholderData: (before) => before,
  });

/** The same rows as a file. */
export async function csv(path: string, query: Record<string, string>): Promise<Blob> {
  return (await send(path, { query, accept: "text/csv" })).blob();
}
