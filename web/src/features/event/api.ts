import { call } from "@/api/client";
import type { Accuracy, Correction, EventPatch, PerformanceInput, StoreEvent } from "@/api/types";

export const patchEvent = (id: string, body: EventPatch) =>
  call<StoreEvent>(`/api/events/${id}`, { method: "PATCH", body });

export const recordPerformance = (id: string, body: PerformanceInput) =>
  call<{ accuracy: Accuracy }>(`/api/events/${id}/performance`, { method: "POST", body });

export const correctionOf = (id: string) => call<Correction>(`/api/events/${id}/correction`);

/** The same event once more, as a draft that starts today. */
export const duplicateEvent = (id: string) =>
  call<StoreEvent>(`/api/events/${id}/duplicate`, { method: "POST", body: {} });
