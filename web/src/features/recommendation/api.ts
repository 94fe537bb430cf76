import { call, send } from "@/api/client";
import { Problem } from "@/api/problem";
import { type ServerEvent, serverEvents } from "@/api/sse";
import type {
  HistoryItem,
  Items,
  RecommendationRequest,
  RegenerateReason,
  Selection,
  StoreEvent,
} from "@/api/types";

/** What is to be written: plans for a request, or others than those of an earlier recommendation. */
export type Order =
  | { kind: "new"; request: RecommendationRequest }
  | { kind: "again"; id: string; reason: RegenerateReason | null; request: RecommendationRequest };

export async function* write(order: Order, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const path = order.kind === "new" ? "/api/recommendations" : `/api/recommendations/${order.id}/regenerate`;
  const body = order.kind === "new" ? order.request : order.reason ? { reason: order.reason } : {};
  const response = await send(path, { method: "POST", body, accept: "text/event-stream", signal });
  if (!response.body) throw Problem.offline();
  yield* serverEvents(response.body);
}

export const historyPage = (cursor: string | null) =>
  call<Items<HistoryItem>>("/api/recommendations", { query: { cursor } });

export const select = (id: string, body: Selection) =>
  call<StoreEvent>(`/api/recommendations/${id}/selection`, { method: "POST", body });
