import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Choices } from "@/components/ui/Choices";
import { Empty } from "@/components/ui/Empty";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { accuracyQuery, type Dimension, dimensions, outcomesQuery } from "./api";
import { Download, nameOf, PeriodChoice, useView } from "./Controls";
import { Scatter } from "./charts";
import { percent } from "./format";
import styles from "./insight.module.css";
import { useInsightText } from "./text";
import type { AccuracyItem } from "./types";

/** Predicted against actual: a heat map with the worst on top, and every event as a dot. */
export default function AccuracyPage() {
  const words = useInsightText();
  const view = useView();
  const by = (dimensions.find((each) => each === view.by) ?? "industry") satisfies Dimension;
  const accuracy = useQuery(accuracyQuery(by, view.period));
  const [picked, setPicked] = useState<string | null>(null);
  const worst = accuracy.data?.items[0];
  return (
    <Page
      title={words.accuracy}
      lead={words.accuracyLead}
      width="wide"
      aside={
        <Download
          path="/api/ops/insight/accuracy"
          query={{ by, ...view.period }}
          name={`accuracy-${by}.csv`}
        />
      }
    >
      <PeriodChoice view={view} />
      <Choices
        label={words.detail}
        hideLabel
        choices={dimensions.map((value) => ({ value, label: words.dimensions[value] ?? value }))}
        value={by}
        onChange={(value) => {
          setPicked(null);
          view.set({ by: value });
        }}
      />
      {accuracy.isPending && <Loading rows={5} height={56} />}
      {accuracy.error && <ProblemNotice error={accuracy.error} onRetry={() => accuracy.refetch()} />}
      {accuracy.data && !worst && <Empty title={words.nothing} />}
      {accuracy.data && worst && (
        <>
          {worst.roiErrorMedian !== null && (
            <p className={styles.lead} role="status">
              {words.worst(nameOf(worst.key, words), percent(worst.roiErrorMedian))}
            </p>
          )}
          <div className={styles.halves}>
            <HeatMap
              caption={words.dimensions[by] ?? by}
              items={[...accuracy.data.items, { ...accuracy.data.total, key: "" }]}
              picked={picked}
              onPick={(key) => setPicked(key === picked || key === "" ? null : key)}
            />
            <Dots by={by} picked={picked} view={view} />
          </div>
        </>
      )}
    </Page>
  );
}

type HeatMapProps = {
  caption: string;
  items: AccuracyItem[];
  picked: string | null;
  onPick: (key: string) => void;
};

function HeatMap({ caption, items, picked, onPick }: HeatMapProps) {
  const words = useInsightText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard, too.
    <section className={styles.scroll} aria-label={words.accuracy} tabIndex={0}>
      <table className={`${styles.table} ${styles.heat}`}>
        <thead>
          <tr>
            <th scope="col">{caption}</th>
            <th scope="col">{words.error}</th>
            <th scope="col">{words.close20}</th>
            <th scope="col">{words.within}</th>
            <th scope="col">{words.people}</th>
            <th scope="col">{words.events}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key} className={item.key === "" ? styles.totalRow : ""}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.pick}
                  aria-pressed={item.key === picked}
                  onClick={() => onPick(item.key)}
                >
                  {item.key === "" ? words.all : nameOf(item.key, words)}
                </button>
              </th>
              <Heat
                value={item.roiErrorMedian}
                badness={item.roiErrorMedian === null ? 0 : item.roiErrorMedian / 0.6}
                met={item.met}
              />
              <Heat value={item.roiClose} badness={item.roiClose === null ? 0 : 1 - item.roiClose} />
              <Heat
                value={item.roiWithin}
                badness={item.roiWithin === null ? 0 : (0.9 - item.roiWithin) * 2}
                met={item.roiWithin === null ? null : item.roiWithin >= 0.8}
              />
              <Heat
                value={item.participantsWithin}
                badness={item.participantsWithin === null ? 0 : (0.9 - item.participantsWithin) * 2}
                met={item.participantsWithin === null ? null : item.participantsWithin >= 0.8}
              />
              <td className="figures">{words.count(item.outcomes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A cell the redder the worse; a mark says the same without colour. */
function Heat({
  value,
  badness,
  met = null,
}: {
  value: number | null;
  badness: number;
  met?: boolean | null;
}) {
  const words = useInsightText();
  const share = Math.round(Math.min(1, Math.max(0, badness)) * 55);
  return (
    <td
      className="figures"
      style={{
        background: `color-mix(in srgb, var(--danger) ${share}%, var(--card))`,
        color: share > 35 ? "var(--on-heat)" : undefined,
      }}
    >
      {value === null ? "-" : percent(value)}
      {met === false && (
        <>
          <span aria-hidden="true"> ▲</span>
          <span className="visually-hidden">{words.missed}</span>
        </>
      )}
    </td>
  );
}

type DotsProps = { by: Dimension; picked: string | null; view: ReturnType<typeof useView> };

function Dots({ by, picked, view }: DotsProps) {
  const words = useInsightText();
  const { data } = useQuery(outcomesQuery(view.period, picked ? { [by]: picked } : {}));
  return (
    <section className={styles.card}>
      <div className={styles.detailHead}>
        <h2>
          {words.scatter}
          {picked && `: ${nameOf(picked, words)}`}
        </h2>
        <Download
          path="/api/ops/insight/outcomes"
          query={{ ...view.period, ...(picked ? { [by]: picked } : {}) }}
          name="outcomes.csv"
        />
      </div>
      <p className="soft">{words.scatterLine}</p>
      {data && (
        <Scatter
          label={words.scatter}
          xLabel={words.predicted}
          yLabel={words.actual}
          dots={data.items.map((line) => {
            const inside = line.roiLow <= line.roi && line.roi <= line.roiHigh;
            return {
              key: line.eventId,
              predicted: line.roiPredicted,
              actual: line.roi,
              inside,
              label: `${words.point(line.businessType, line.roiPredicted, line.roi)}, ${inside ? words.inside : words.outside}`,
            };
          })}
        />
      )}
    </section>
  );
}
