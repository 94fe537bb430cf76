import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { call } from "./client";
import { asProblem } from "./problem";
import type { Account, Items, OwnRecord, Recommendation, Store, StoreEvent } from "./types";

// What more than one feature reads. Everything else is asked for where it is used.

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async (): Promise<Account | null> => {
    try {
      const account = await call<Account>("/api/me");
      rememberSignedIn(true);
      return account;
    } catch (error) {
      if (asProblem(error)?.status === 401) {
        rememberSignedIn(false);
        return null;
      }
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const storesQuery = queryOptions({
  queryKey: ["stores"],
  queryFn: () => everyItem<Store>("/api/stores"),
  staleTime: 60_000,
});

export const eventsQuery = queryOptions({
  queryKey: ["events"],
  queryFn: () => everyItem<StoreEvent>("/api/events"),
});

export const recordQuery = queryOptions({
  queryKey: ["record"],
  queryFn: () => call<OwnRecord>("/api/me/record", { query: { days: 90 } }),
});

export const recommendationQuery = (id: string) =>
  queryOptions({
    queryKey: ["recommendation", id],
    queryFn: () => call<Recommendation>(`/api/recommendations/${id}`),
  });

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ["event", id],
    queryFn: () => call<StoreEvent>(`/api/events/${id}`),
  });

/** An event as it is now, wherever it is shown; without a connection the list knows of it, too. */
export function keepEvent(client: QueryClient, event: StoreEvent): void {
  client.setQueryData(eventQuery(event.id).queryKey, event);
  client.setQueryData(
    eventsQuery.queryKey,
    (events) => events && [event, ...events.filter((each) => each.id !== event.id)],
  );
  client.invalidateQueries({ queryKey: eventsQuery.queryKey });
}

async function everyItem<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Items<T> = await call<Items<T>>(path, { query: { cursor } });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

export const useMe = () => useQuery(meQuery);

/** For pages that are open to all: asks only where somebody was signed in before. */
export const useMeIfHere = () => useQuery({ ...meQuery, enabled: wasSignedIn() });

const CURRENT = "dangol.store";
const listeners = new Set<() => void>();

function currentStoreId(): string | null {
  try {
    return localStorage.getItem(CURRENT);
  } catch {
    return null;
  }
}

/** Remembers which of several shops the owner is working for. */
export function chooseStore(id: string): void {
  try {
    localStorage.setItem(CURRENT, id);
  } catch {
    // Then the first shop stays the current one.
  }
  for (const listener of listeners) listener();
}

/** The shops and the one at hand: the chosen one, or the first. */
export function useStores() {
  const query = useQuery(storesQuery);
  const chosen = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentStoreId);
  const stores = query.data ?? [];
  return { query, stores, current: stores.find((store) => store.id === chosen) ?? stores[0] ?? null };
}

/** Forgets everything of the session before and starts with this account. */
export function useBeginSession() {
  const client = useQueryClient();
  return useCallback(
    (account: Account) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
      client.setQueryData(meQuery.queryKey, account);
      rememberSignedIn(true);
    },
    [client],
  );
}

export const forgetSession = (): void => rememberSignedIn(false);

const HINT = "dangol.signed-in";

/** Whether this browser had a session last time: decides what to show while we ask. */
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(HINT) === "1";
  } catch {
    return false;
  }
}

/** Another tab of this browser has signed out. */
export function onSignedOutElsewhere(handler: () => void): void {
  addEventListener("storage", (event) => {
    if (event.key === HINT && event.newValue === null) handler();
  });
}

function rememberSignedIn(yes: boolean): void {
  try {
    if (yes) localStorage.setItem(HINT, "1");
    else localStorage.removeItem(HINT);
  } catch {
    // Only a hint.
  }
}
