import { useQuery } from "@tanstack/react-query";
import type { Location } from "@/api/types";
import { placeName } from "@/components/plan/words";
import { Choices } from "@/components/ui/Choices";
import { Icon } from "@/components/ui/Icon";
import { useText } from "@/i18n";
import { useDebounced } from "@/lib/useDebounced";
import { placesQuery } from "./api";
import styles from "./store.module.css";
import { pickedLocation, type StoreDraft } from "./storeDraft";

type Props = { draft: StoreDraft; change: (patch: Partial<StoreDraft>) => void; tried: boolean };

/** Where an address lies, or where it may lie as long as the owner has not said. */
export function usePlace(draft: StoreDraft) {
  const address = useDebounced(draft.address.trim(), 250);
  const { data, isFetching } = useQuery(placesQuery(address));
  const picked = pickedLocation(draft);
  const location = picked ?? data?.location ?? null;
  const candidates = data?.candidates ?? [];
  const choosing = candidates.length > 0 && !data?.location;
  return { address, data, isFetching, picked, location, candidates, choosing, open: choosing && !picked };
}

/** What we make of the address while it is typed: a chip, two or three choices, or an honest "not yet". */
export function Place({ draft, change, tried }: Props) {
  const t = useText();
  const { address, data, isFetching, picked, location, candidates, choosing, open } = usePlace(draft);

  return (
    <div className={styles.place} aria-live="polite">
      {location && !choosing && (
        <p className={styles.chip}>
          <Icon name="pin" size={20} />
          {placeName(location)}
        </p>
      )}
      {!location && address.length >= 2 && isFetching && <p className="soft">{t.store.placing}</p>}
      {choosing && (
        <Choices
          label={t.store.pickPlace}
          choices={candidates.map((candidate) => ({
            value: keyOf(candidate),
            label: placeName(candidate) ?? "",
          }))}
          value={picked && keyOf(picked)}
          onChange={(key) => {
            const chosen = candidates.find((candidate) => keyOf(candidate) === key);
            if (chosen) change({ picked: { address: draft.address, location: chosen } });
          }}
          error={tried && open ? t.store.placeNeeded : undefined}
        />
      )}
      {!location && data && !isFetching && candidates.length === 0 && (
        <p className="soft">{t.store.unplaced}</p>
      )}
    </div>
  );
}

const keyOf = (location: Location) => `${location.city}/${location.district ?? ""}`;
