import type { IndustryName, Location, Store, StoreInput } from "@/api/types";

/** What stands in the form: text as typed, and what the owner picked. */
export type StoreDraft = {
  name: string;
  businessType: string;
  address: string;
  /** Picked among candidates for exactly this address. */
  picked: { address: string; location: Location } | null;
  industry: IndustryName | "";
  openingHours: string;
  businessRegistrationNumber: string;
  marginPercent: string;
};

export const emptyDraft: StoreDraft = {
  name: "",
  businessType: "",
  address: "",
  picked: null,
  industry: "",
  openingHours: "",
  businessRegistrationNumber: "",
  marginPercent: "",
};

export const draftOf = (store: Store): StoreDraft => ({
  name: store.name,
  businessType: store.businessType,
  address: store.address,
  picked: store.location && { address: store.address, location: store.location },
  industry: store.industry,
  openingHours: store.openingHours ?? "",
  businessRegistrationNumber: store.businessRegistrationNumber ?? "",
  marginPercent: String(store.marginPercent),
});

/** A picked place counts only as long as the address is the one it was picked for. */
export const pickedLocation = (draft: StoreDraft): Location | null =>
  draft.picked?.address === draft.address ? draft.picked.location : null;

export function inputOf(draft: StoreDraft): StoreInput {
  const margin = Number(draft.marginPercent);
  return {
    name: draft.name.trim(),
    businessType: draft.businessType.trim(),
    address: draft.address.trim(),
    ...(draft.industry && { industry: draft.industry }),
    openingHours: draft.openingHours.trim() || undefined,
    businessRegistrationNumber: draft.businessRegistrationNumber.trim() || undefined,
    ...(draft.marginPercent.trim() !== "" && Number.isFinite(margin) && { marginPercent: margin }),
  };
}
