import { call } from "@/api/client";
import type { CasePage, ImportResult } from "@/api/types";

export type CaseFilter = { query: string; industry: string; grade: string; sample: "" | "true" | "false" };

export const cases = (filter: CaseFilter, cursor: string | null, limit: number, signal?: AbortSignal) =>
  call<CasePage>("/api/ops/cases", { query: { ...filter, cursor, limit }, signal });

export function importCases(file: File): Promise<ImportResult> {
  const form = new FormData();
  form.set("file", file);
  return call<ImportResult>("/api/ops/cases/import", { method: "POST", form });
}

export const rebuildIndex = () => call<unknown>("/api/ops/cases/index/rebuild", { method: "POST" });
