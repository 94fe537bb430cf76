import { queryOptions } from "@tanstack/react-query";
import { call } from "@/api/client";
import type {
  CollectionPreview,
  CollectionQuota,
  CollectionRefusals,
  CollectionRun,
  CollectionSource,
  Items,
} from "@/api/types";

const BASE = "/api/ops/collection";
const LIVE = 1000;

const isRunning = (runs: CollectionRun[] | undefined) => runs?.some((run) => run.status === "running");

/** Asked every second while a run is under way, and now and then otherwise: the night starts one too. */
export const runsQuery = queryOptions({
  queryKey: ["collection", "runs"],
  queryFn: () => call<Items<CollectionRun>>(`${BASE}/runs`, { query: { limit: 15 } }),
  refetchInterval: ({ state }) => (isRunning(state.data?.items) ? LIVE : 15_000),
});

export const sourcesQuery = queryOptions({
  queryKey: ["collection", "sources"],
  queryFn: () => call<Items<CollectionSource>>(`${BASE}/sources`),
});

export const quotasQuery = queryOptions({
  queryKey: ["collection", "quotas"],
  queryFn: () => call<Items<CollectionQuota>>(`${BASE}/quotas`),
});

export const previewQuery = (source: string) =>
  queryOptions({
    queryKey: ["collection", "preview", source],
    queryFn: () => call<CollectionPreview>(`${BASE}/preview`, { query: { source } }),
  });

export const refusals = (run: string, cursor: string | null) =>
  call<CollectionRefusals>(`${BASE}/runs/${run}/refusals`, { query: { cursor, limit: 50 } });

export const start = (steps: string[], sources: string[]) =>
  call<CollectionRun>(`${BASE}/runs`, {
    method: "POST",
    body: { steps: steps.length ? steps : null, sources: sources.length ? sources : null },
  });

export const stop = (run: string) => call<CollectionRun>(`${BASE}/runs/${run}/stop`, { method: "POST" });

export const resume = (run: string) => call<CollectionRun>(`${BASE}/runs/${run}/resume`, { method: "POST" });
