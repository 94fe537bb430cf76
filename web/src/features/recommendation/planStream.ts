import { useSyncExternalStore } from "react";
import { asProblem, Problem } from "@/api/problem";
import type { Metadata, Plan, SlotId, TrendSources, Trends } from "@/api/types";
import { type Order, write } from "./api";

export const SLOTS: readonly SlotId[] = [
  "low-online",
  "low-offline",
  "medium-online",
  "medium-offline",
  "high-online",
  "high-offline",
];

export type PlanStream = {
  status: "idle" | "looking" | "writing" | "done" | "stopped" | "failed";
  order: Order | null;
  trends: Trends | null;
  trendSources: TrendSources | null;
  similarCases: number | null;
  plans: Partial<Record<SlotId, Plan>>;
  /** What the end of the stream brought. */
  end: { id: string; metadata: Metadata; note: string | null } | null;
  error: unknown;
};

const idle: PlanStream = {
  status: "idle",
  order: null,
  trends: null,
  trendSources: null,
  similarCases: null,
  plans: {},
  end: null,
  error: null,
};

// Lives outside the pages, so that a look at another page does not stop the writing.
let state = idle;
let running: AbortController | null = null;
const listeners = new Set<() => void>();

function update(patch: Partial<PlanStream>): void {
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
}

const KEPT = "dangol.order";

/** Starts writing; what was being written before is stopped. */
export async function startWriting(order: Order): Promise<void> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  update({ ...idle, status: "looking", order });
  keep(order);
  try {
    for await (const { event, data } of write(order, mine.signal)) {
      if (running !== mine) return;
      take(event, JSON.parse(data));
    }
    if (running === mine && state.status !== "done" && state.status !== "failed") throw Problem.offline();
  } catch (error) {
    // Stopped by the owner, or replaced by the next order: nothing went wrong.
    if (running !== mine || mine.signal.aborted) return;
    update({ status: "failed", error: asProblem(error) ?? Problem.offline() });
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the wire's shape per event name, read only here.
function take(event: string, data: any): void {
  if (event === "trends") {
    update({
      status: "writing",
      trends: data.trends,
      trendSources: data.trendSources,
      similarCases: data.similarCases,
    });
  } else if (event === "plan") {
    update({ status: "writing", plans: { ...state.plans, [data.id]: data } });
  } else if (event === "done") {
    update({
      status: "done",
      trends: data.trends ?? state.trends,
      trendSources: data.trendSources ?? state.trendSources,
      end: { id: data.id, metadata: data.metadata, note: data.note ?? null },
    });
    forget();
  } else if (event === "error") {
    update({ status: "failed", error: Problem.from(data.status ?? 500, data) });
  }
}

export function stopWriting(): void {
  running?.abort();
  running = null;
  update({ status: "stopped" });
}

/** After a reload: the order is still known, the writing is not. */
export function restoreOrder(): Order | null {
  try {
    const kept = sessionStorage.getItem(KEPT);
    return kept ? (JSON.parse(kept) as Order) : null;
  } catch {
    return null;
  }
}

function keep(order: Order): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(order));
  } catch {
    // Then a reload asks for the purpose again.
  }
}

function forget(): void {
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // As above.
  }
}

export const usePlanStream = (): PlanStream =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
