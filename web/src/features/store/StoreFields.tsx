import { Autocomplete, NativeSelect, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { IndustryName } from "@/api/types";
import { Disclosure } from "@/components/ui/Disclosure";
import { messageFor } from "@/components/ui/Form";
import { useText } from "@/i18n";
import { useDebounced } from "@/lib/useDebounced";
import { tradesQuery } from "./api";
import { Place } from "./Place";
import styles from "./store.module.css";
import type { StoreDraft } from "./storeDraft";

export const storeFields = [
  "name",
  "businessType",
  "address",
  "industry",
  "openingHours",
  "businessRegistrationNumber",
  "marginPercent",
] as const;

type Props = {
  draft: StoreDraft;
  change: (patch: Partial<StoreDraft>) => void;
  tried: boolean;
  error: unknown;
  unfolded?: boolean;
};

/** Three fields that matter; the rest is folded until somebody wants it. */
export function StoreFields({ draft, change, tried, error, unfolded }: Props) {
  const t = useText();
  const required = (value: string) => (tried && !value.trim() ? t.store.required : undefined);
  const trouble = (field: (typeof storeFields)[number]) => messageFor(error, field);
  const foldedTrouble = ["industry", "openingHours", "businessRegistrationNumber", "marginPercent"].some(
    (field) => messageFor(error, field),
  );
  return (
    <>
      <TextInput
        label={t.store.name}
        placeholder={t.store.namePlaceholder}
        name="store-name"
        autoComplete="organization"
        maxLength={50}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={required(draft.name) ?? trouble("name")}
      />
      <Trade draft={draft} change={change} error={required(draft.businessType) ?? trouble("businessType")} />
      <div>
        <TextInput
          label={t.store.address}
          placeholder={t.store.addressPlaceholder}
          description={t.store.addressHint}
          autoComplete="street-address"
          maxLength={200}
          value={draft.address}
          onChange={(event) => change({ address: event.currentTarget.value })}
          error={required(draft.address) ?? trouble("address")}
        />
        <Place draft={draft} change={change} tried={tried} />
      </div>
      <Disclosure summary={t.store.details} open={unfolded || foldedTrouble}>
        <div className={styles.more}>
          <More draft={draft} change={change} trouble={trouble} />
        </div>
      </Disclosure>
    </>
  );
}

function Trade({ draft, change, error }: Pick<Props, "draft" | "change"> & { error?: string }) {
  const t = useText();
  const typed = useDebounced(draft.businessType.trim(), 150);
  const { data: trades = [], isPlaceholderData } = useQuery({
    ...tradesQuery(typed),
    placeholderData: keepPreviousData,
  });
  const known = trades.find((trade) => trade.name === draft.businessType.trim());
  const unheardOf = typed !== "" && typed === draft.businessType.trim() && !isPlaceholderData && !known;

  function type(businessType: string) {
    // A margin of the owner's own stays; that of the trade before must not be taken for this one's.
    const open = draft.marginPercent === "" || draft.marginPercent === String(known?.marginPercent);
    const usual = trades.find((trade) => trade.name === businessType)?.marginPercent;
    change({ businessType, industry: "", ...(open && { marginPercent: String(usual ?? "") }) });
  }

  return (
    <Autocomplete
      size="lg"
      label={t.store.trade}
      placeholder={t.store.tradePlaceholder}
      description={
        known
          ? t.store.tradeFound(t.industries[known.industry] ?? known.industry)
          : unheardOf && t.store.tradeUnheardOf
      }
      inputWrapperOrder={["label", "input", "description", "error"]}
      data={trades.map((trade) => trade.name)}
      // The server has chosen already, by synonyms too: show all it gave.
      filter={({ options }) => options}
      limit={7}
      maxLength={50}
      value={draft.businessType}
      onChange={type}
      error={error}
      comboboxProps={{ withinPortal: false, shadow: "md", transitionProps: { duration: 0 } }}
      classNames={{ option: styles.option, dropdown: styles.dropdown }}
    />
  );
}

type MoreProps = Pick<Props, "draft" | "change"> & {
  trouble: (field: (typeof storeFields)[number]) => string | undefined;
};

function More({ draft, change, trouble }: MoreProps) {
  const t = useText();
  const margin = Number(draft.marginPercent);
  return (
    <>
      <TextInput
        label={t.store.margin}
        inputMode="numeric"
        maxLength={3}
        rightSection="%"
        value={draft.marginPercent}
        description={draft.marginPercent && margin > 0 ? t.store.marginHint(margin) : undefined}
        onChange={(event) => change({ marginPercent: event.currentTarget.value.replace(/\D/g, "") })}
        error={trouble("marginPercent")}
      />
      <TextInput
        label={t.store.openingHours}
        placeholder={t.store.openingHoursPlaceholder}
        maxLength={200}
        value={draft.openingHours}
        onChange={(event) => change({ openingHours: event.currentTarget.value })}
        error={trouble("openingHours")}
      />
      <TextInput
        label={t.store.registration}
        placeholder={t.store.registrationPlaceholder}
        inputMode="numeric"
        maxLength={12}
        value={draft.businessRegistrationNumber}
        onChange={(event) => change({ businessRegistrationNumber: event.currentTarget.value })}
        error={trouble("businessRegistrationNumber")}
      />
      {draft.industry && (
        <NativeSelect
          label={t.store.industry}
          value={draft.industry}
          data={Object.entries(t.industries).map(([value, label]) => ({ value, label }))}
          onChange={(event) => change({ industry: event.currentTarget.value as IndustryName })}
          error={trouble("industry")}
        />
      )}
    </>
  );
}
