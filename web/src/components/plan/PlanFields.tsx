import { TextInput } from "@mantine/core";
import { useId } from "react";
import { grouped, MoneyInput } from "@/components/ui/MoneyInput";
import { useLanguage, useText } from "@/i18n";
import { spokenDate } from "@/lib/dates";
import styles from "./PlanFields.module.css";
import { flawsOf, LIMITS, type PlanDraft, type PlanFieldName, withWinners } from "./planDraft";

type Props = {
  draft: PlanDraft;
  /** The plan as it was before the edits. */
  before: PlanDraft;
  change: (patch: Partial<PlanDraft>) => void;
  /** Messages of the server by field. */
  trouble?: (field: PlanFieldName) => string | undefined;
};

/** A plan's words and figures, each editable where it stands. */
export function PlanFields({ draft, before, change, trouble }: Props) {
  const t = useText();
  const language = useLanguage();
  const flaws = flawsOf(draft);
  const words = {
    empty: t.plan.empty,
    winners: t.plan.winnersInvalid,
    cost: t.plan.costInvalid,
    dates: t.plan.endBeforeStart,
  };
  const messageOf = (field: PlanFieldName) => {
    const flaw = flaws[field];
    return flaw ? words[flaw] : trouble?.(field);
  };
  return (
    <div className={styles.fields}>
      <Words
        label={t.plan.titleField}
        look="title"
        max={LIMITS.title}
        value={draft.title}
        onChange={(title) => change({ title })}
        error={messageOf("title")}
      />
      <Words
        label={t.plan.prizeField}
        max={LIMITS.prize}
        value={draft.prize}
        onChange={(prize) => change({ prize })}
        error={messageOf("prize")}
      />
      <TextInput
        label={t.plan.winnersField}
        description={draft.winners.trim() ? undefined : t.plan.everyone}
        inputWrapperOrder={["label", "input", "description", "error"]}
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        rightSection={t.plan.winnersUnit}
        value={draft.winners}
        onChange={(event) => change(withWinners(draft, grouped(event.currentTarget.value), before))}
        error={messageOf("winners")}
      />
      <Words
        label={t.plan.participationField}
        max={LIMITS.participation}
        value={draft.participation}
        onChange={(participation) => change({ participation })}
        error={messageOf("participation")}
      />
      <MoneyInput
        label={t.plan.costField}
        value={draft.cost}
        onChange={(cost) => change({ cost })}
        error={messageOf("cost")}
      />
      <div className={styles.dates}>
        <TextInput
          type="date"
          label={t.plan.startField}
          description={draft.startDate && spokenDate(draft.startDate, language)}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={draft.startDate}
          onChange={(event) => change({ startDate: event.currentTarget.value })}
          error={messageOf("startDate")}
        />
        <TextInput
          type="date"
          label={t.plan.endField}
          description={draft.endDate && spokenDate(draft.endDate, language)}
          inputWrapperOrder={["label", "input", "description", "error"]}
          min={draft.startDate}
          value={draft.endDate}
          onChange={(event) => change({ endDate: event.currentTarget.value })}
          error={messageOf("endDate")}
        />
      </div>
    </div>
  );
}

type WordsProps = {
  label: string;
  look?: "title";
  max: number;
  value: string;
  onChange: (value: string) => void;
  error?: string;
};

/** Text that reads like text and is a field: it grows with what is typed. */
function Words({ label, look, max, value, onChange, error }: WordsProps) {
  const t = useText();
  const id = useId();
  const full = value.length >= max;
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.grow} data-text={value}>
        <textarea
          id={id}
          className={`${styles.words} ${look ? styles[look] : ""}`}
          rows={1}
          maxLength={max}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value.replace(/\n/g, " "))}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || full ? `${id}-more` : undefined}
        />
      </div>
      {(error || full) && (
        <p id={`${id}-more`} className={error ? styles.error : "soft"}>
          {error ?? t.plan.tooLong(max)}
        </p>
      )}
    </div>
  );
}
