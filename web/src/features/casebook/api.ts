import { queryOptions } from "@tanstack/react-query";
import { call } from "@/api/client";
import type { CasePage, ImportResult, IndexState, Items, SetAsideCase } from "@/api/types";

export type CaseFilter = Record<"query" | "industry" | "city" | "hasOutcome" | "grade" | "origin", string>;

export const cases = (filter: CaseFilter, cursor: string | null, limit: number, signal?: AbortSignal) =>
  call<CasePage>("/api/ops/cases", { query: { ...filter, cursor, limit }, signal });

export function importCases(file: File): Promise<ImportResult> {
  const form = new FormData();
  form.set("file", file);
  return call<ImportResult>("/api/ops/cases/import", { method: "POST", form });
}

/** Asked again while a rebuild runs or cases wait. */
export const indexQuery = queryOptions({
  queryKey: ["case-index"],
  queryFn: () => call<IndexState>("/api/ops/cases/index"),
  refetchInterval: ({ state }) => (state.data?.rebuilding || state.data?.lag ? 1500 : false),
});

export const rebuildIndex = () => call<IndexState>("/api/ops/cases/index/rebuild", { method: "POST" });

export const setAsideQuery = queryOptions({
  queryKey: ["case-index", "set-aside"],
  queryFn: () => call<Items<SetAsideCase>>("/api/ops/cases/set-aside"),
});

export const retrySetAside = () =>
  call<{ retried: number }>("/api/ops/cases/set-aside/retry", { method: "POST" });
