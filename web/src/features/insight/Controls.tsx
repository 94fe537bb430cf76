import { NativeSelect, TextInput } from "@mantine/core";
import { useSearchParams } from "react-router";
import { Button } from "@/components/ui/Button";
import { Choices } from "@/components/ui/Choices";
import { addDays, daysBetween, today } from "@/lib/dates";
import { saveFile } from "@/lib/saveFile";
import { csv, type Dimension, dimensions, type Period, type Slice } from "./api";
import styles from "./insight.module.css";
import { useInsightText } from "./text";

const LENGTHS = ["7", "30", "90", "365"];

/** What is looked at stands in the address, so that it can be kept and shared. */
export function useView() {
  const [search, setSearch] = useSearchParams();
  const to = search.get("to") ?? today();
  const from = search.get("from") ?? addDays(to, -29);
  const slice: Slice = {
    industry: search.get("industry") ?? "",
    region: search.get("region") ?? "",
    engine: search.get("engine") ?? "",
    promptVersion: search.get("promptVersion") ?? "",
  };
  const set = (patch: Partial<Period & Slice & { by: string }>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(patch)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return { period: { from, to }, slice, by: search.get("by"), set };
}

type View = ReturnType<typeof useView>;

export function PeriodChoice({ view }: { view: View }) {
  const words = useInsightText();
  const { from, to } = view.period;
  const length = String(daysBetween(from, to) + 1);
  const value = to === today() && LENGTHS.includes(length) ? length : "own";
  return (
    <div className={styles.period}>
      <Choices
        label={words.period}
        hideLabel
        choices={[...LENGTHS, "own"].map((each) => ({ value: each, label: words.periods[each] ?? each }))}
        value={value}
        onChange={(days) =>
          view.set(
            days === "own"
              ? { from: addDays(from, -1), to: addDays(to, -1) }
              : { from: addDays(today(), 1 - Number(days)), to: today() },
          )
        }
      />
      {value === "own" && (
        <div className={styles.dates}>
          <TextInput
            type="date"
            label={words.from}
            value={from}
            max={to}
            onChange={(event) =>
              event.currentTarget.value && view.set({ from: event.currentTarget.value, to })
            }
          />
          <TextInput
            type="date"
            label={words.to}
            value={to}
            min={from}
            onChange={(event) =>
              event.currentTarget.value && view.set({ from, to: event.currentTarget.value })
            }
          />
          <p className="soft">{words.seoul}</p>
        </div>
      )}
    </div>
  );
}

/** Narrows everything on the page; values are those that occur. */
export function SliceChoice({ view, known }: { view: View; known: Record<Dimension, string[]> }) {
  const words = useInsightText();
  return (
    <div className={styles.slices}>
      {dimensions.map((dimension) => (
        <NativeSelect
          key={dimension}
          label={words.dimensions[dimension]}
          value={view.slice[dimension]}
          data={[
            { value: "", label: words.all },
            ...[...new Set([...known[dimension], view.slice[dimension]])]
              .filter(Boolean)
              .map((value) => ({ value, label: nameOf(value, words) })),
          ]}
          onChange={(event) => view.set({ [dimension]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

export const nameOf = (key: string, words: { unknown: string; none: string }) =>
  key === "unknown" ? words.unknown : key === "none" ? words.none : key;

export function Download({
  path,
  query,
  name,
}: {
  path: string;
  query: Record<string, string>;
  name: string;
}) {
  const words = useInsightText();
  return (
    <Button look="plain" onClick={async () => saveFile(await csv(path, query), name)}>
      {words.download}
    </Button>
  );
}
