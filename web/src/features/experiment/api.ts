import { queryOptions } from "@tanstack/react-query";
import { call } from "@/api/client";
import type { Experiment, Items, NewExperiment, Prompt, PromptList } from "@/api/types";

export const promptsQuery = queryOptions({
  queryKey: ["prompts"],
  queryFn: () => call<PromptList>("/api/ops/prompts"),
});

export const promptQuery = (version: string) =>
  queryOptions({
    queryKey: ["prompts", version],
    queryFn: () => call<Prompt>(`/api/ops/prompts/${encodeURIComponent(version)}`),
  });

export const addPrompt = (prompt: { basedOn: string; systemText: string; note: string }) =>
  call<Prompt>("/api/ops/prompts", { method: "POST", body: prompt });

export const changePrompt = (
  version: string,
  change: { systemText?: string; note?: string; status?: "active" | "retired" },
) => call<Prompt>(`/api/ops/prompts/${encodeURIComponent(version)}`, { method: "PATCH", body: change });

export const experimentsQuery = queryOptions({
  queryKey: ["experiments"],
  queryFn: () => call<Items<Experiment>>("/api/ops/experiments"),
});

export const experimentQuery = (id: string) =>
  queryOptions({
    queryKey: ["experiments", id],
    queryFn: () => call<Experiment>(`/api/ops/experiments/${id}`),
  });

export const addExperiment = (experiment: NewExperiment) =>
  call<Experiment>("/api/ops/experiments", { method: "POST", body: experiment });

export const moveExperiment = (
  id: string,
  change: { status: "running" | "stopped" | "promoted"; arm?: string },
) => call<Experiment>(`/api/ops/experiments/${id}`, { method: "PATCH", body: change });

export const removeExperiment = (id: string) =>
  call<void>(`/api/ops/experiments/${id}`, { method: "DELETE" });
