import { queryOptions } from "@tanstack/react-query";
import { call } from "@/api/client";
import type { BusinessTypeItem, Items, Placement, Store, StoreInput } from "@/api/types";

export const tradesQuery = (typed: string) =>
  queryOptions({
    queryKey: ["trades", typed],
    queryFn: async () =>
      (await call<Items<BusinessTypeItem>>("/api/vocabulary/business-types", { query: { query: typed } }))
        .items,
    staleTime: 60 * 60_000,
  });

export const placesQuery = (address: string) =>
  queryOptions({
    queryKey: ["places", address],
    queryFn: () => call<Placement>("/api/vocabulary/places", { query: { address } }),
    enabled: address.trim().length >= 2,
    staleTime: 60 * 60_000,
  });

export const createStore = (body: StoreInput) => call<Store>("/api/stores", { method: "POST", body });

export const replaceStore = (id: string, body: StoreInput) =>
  call<Store>(`/api/stores/${id}`, { method: "PUT", body });

export const deleteStore = (id: string) => call<void>(`/api/stores/${id}`, { method: "DELETE" });
