import { createAsyncStoragePersister } from "@tanstack/query-async-storage-persister";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import type { PersistQueryClientOptions } from "@tanstack/react-query-persist-client";
import { createStore, del, get, set, type UseStore } from "idb-keyval";
import { useCallback } from "react";
import { forgetSession, meQuery } from "./queries";

// What an owner has looked at stays readable without a connection, over a reload too. It lies on this device
// alone and goes with the session: signing out, leaving and an expired session all remove it.

/** How long what was loaded can be read without a connection. */
export const KEPT_MILLIS = 24 * 60 * 60_000;

/** Longer than this we do not wait for a storage that does not answer. */
const PATIENCE_MILLIS = 1000;

const READABLE: ReadonlySet<unknown> = new Set([
  "me",
  "stores",
  "events",
  "event",
  "record",
  "recommendation",
  "history",
]);

let opened: UseStore | undefined;
const store = () => {
  opened ??= createStore("dangol", "kept");
  return opened;
};

/** A storage that is closed, full or stuck only means that nothing is kept. */
const attempt = <T>(work: () => Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([
    Promise.resolve()
      .then(work)
      .catch(() => otherwise),
    new Promise<T>((resolve) => setTimeout(resolve, PATIENCE_MILLIS, otherwise)),
  ]);

const persister = createAsyncStoragePersister({
  storage: {
    getItem: (key) => attempt<string | null>(async () => (await get<string>(key, store())) ?? null, null),
    setItem: (key, value) => attempt(() => set(key, value, store()), undefined),
    removeItem: (key) => attempt(() => del(key, store()), undefined),
  },
  key: "answers",
  throttleTime: 1000,
});

export const keptOf = (client: QueryClient): Omit<PersistQueryClientOptions, "queryClient"> => ({
  persister,
  maxAge: KEPT_MILLIS,
  // Another build may ask for other shapes: its name differs, and what it finds is not read.
  buster: import.meta.url,
  dehydrateOptions: {
    shouldDehydrateQuery: (query) =>
      READABLE.has(query.queryKey[0]) &&
      query.state.status === "success" &&
      Boolean(client.getQueryData(meQuery.queryKey)),
    shouldDehydrateMutation: () => false,
  },
});

/** Forgets, on this device, all that belonged to the session. */
export function useEndSession(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    client.clear();
    forgetSession();
    await persister.removeClient();
  }, [client]);
}
