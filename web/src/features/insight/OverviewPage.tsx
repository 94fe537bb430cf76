import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Choices } from "@/components/ui/Choices";
import { Icon } from "@/components/ui/Icon";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { type Dimension, dimensions, drillDownQuery, feedbackQuery, overviewQuery, slowQuery } from "./api";
import { Download, nameOf, PeriodChoice, SliceChoice, useView } from "./Controls";
import { Bars, LineChart, Sparkline } from "./charts";
import { spoken } from "./format";
import styles from "./insight.module.css";
import { useInsightText } from "./text";
import type { Measure } from "./types";

const GROUPS = ["quality", "accuracy", "speed", "reliability", "cost", "use"] as const;

type View = ReturnType<typeof useView>;

/** Every measure at a glance: value, target, trend; one tap deeper its course and its parts. */
export default function OverviewPage() {
  const words = useInsightText();
  const view = useView();
  const overview = useQuery(overviewQuery(view.period, view.slice));
  const known = useKnown(view);
  const [picked, setPicked] = useState<string | null>(null);
  const measures = overview.data?.measures ?? [];
  const open = measures.find((measure) => measure.key === picked);
  return (
    <Page
      title={words.overview}
      width="wide"
      aside={
        <Download
          path="/api/ops/insight/overview"
          query={{ ...view.period, ...view.slice }}
          name={`overview-${view.period.from}-${view.period.to}.csv`}
        />
      }
    >
      <PeriodChoice view={view} />
      <SliceChoice view={view} known={known} />
      {overview.isPending && <Loading rows={4} height={120} />}
      {overview.error && <ProblemNotice error={overview.error} onRetry={() => overview.refetch()} />}
      {open && overview.data && (
        <Detail measure={open} days={overview.data.days} view={view} onClose={() => setPicked(null)} />
      )}
      {overview.data &&
        GROUPS.map((group) => (
          <section key={group} className={styles.group}>
            <h2>{words.groups[group]}</h2>
            <div className={styles.tiles}>
              {measures
                .filter((measure) => measure.group === group)
                .map((measure) => (
                  <Tile
                    key={measure.key}
                    measure={measure}
                    open={measure.key === picked}
                    onOpen={() => {
                      setPicked(measure.key === picked ? null : measure.key);
                      window.scrollTo({ top: 0 });
                    }}
                  />
                ))}
            </div>
          </section>
        ))}
      <FeedbackPart view={view} />
      <SlowPart view={view} />
    </Page>
  );
}

/** The values each dimension has in this period. */
function useKnown(view: View): Record<Dimension, string[]> {
  const all = { industry: "", region: "", engine: "", promptVersion: "" };
  const found = useQueries({
    queries: dimensions.map((dimension) => drillDownQuery(dimension, view.period, all)),
  });
  return Object.fromEntries(
    dimensions.map((dimension, i) => [dimension, found[i]?.data?.items.map((item) => item.key) ?? []]),
  ) as Record<Dimension, string[]>;
}

function Tile({ measure, open, onOpen }: { measure: Measure; open: boolean; onOpen: () => void }) {
  const words = useInsightText();
  const { target } = measure;
  const name = words.measures[measure.key] ?? measure.key;
  return (
    <button
      type="button"
      className={`${styles.tile} ${measure.met === false ? styles.off : ""}`}
      aria-expanded={open}
      onClick={onOpen}
    >
      <span className={styles.name}>{name}</span>
      <span className={`figures ${styles.value}`}>{spoken(measure.value, measure.unit, words)}</span>
      <span className={styles.standing}>
        {measure.met !== null && (
          <span className={measure.met ? styles.met : styles.missed}>
            <Icon name={measure.met ? "check" : "info"} size={18} />
            {measure.met ? words.met : words.missed}
          </span>
        )}
        {target && (
          <span>{words.target(spoken(target.bound, measure.unit, words), target.side === "atMost")}</span>
        )}
      </span>
      <span className="soft">
        {measure.before === null ? words.noBefore : words.before(spoken(measure.before, measure.unit, words))}
      </span>
      <Sparkline values={measure.days} target={target} />
    </button>
  );
}

type DetailProps = { measure: Measure; days: string[]; view: View; onClose: () => void };

/** One measure's course, and its value for each industry, region, engine or prompt version. */
function Detail({ measure, days, view, onClose }: DetailProps) {
  const words = useInsightText();
  const [by, setBy] = useState<Dimension>("industry");
  const parts = useQuery(drillDownQuery(by, view.period, view.slice));
  const name = words.measures[measure.key] ?? measure.key;
  const { target } = measure;
  const isSliced = parts.data?.items[0]?.measures.some((each) => each.key === measure.key);
  return (
    <section className={styles.detail} aria-label={name}>
      <div className={styles.detailHead}>
        <h2>{name}</h2>
        <Button look="plain" icon="close" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <p className="soft">{words.samples(words.count(measure.samples))}</p>
      {measure.days.some((value) => value !== null) ? (
        <LineChart
          days={days}
          values={measure.days}
          target={target}
          targetLabel={
            target
              ? words.target(spoken(target.bound, measure.unit, words), target.side === "atMost")
              : undefined
          }
          label={words.byDay(name)}
          spoken={(value) => spoken(value, measure.unit, words)}
        />
      ) : (
        <p>{words.nothing}</p>
      )}
      {isSliced && (
        <>
          <Choices
            label={words.detail}
            hideLabel
            choices={dimensions.map((value) => ({
              value,
              label: words.by(words.dimensions[value] ?? value),
            }))}
            value={by}
            onChange={setBy}
          />
          <Bars
            target={target}
            bars={(parts.data?.items ?? []).map((item) => {
              const part = item.measures.find((each) => each.key === measure.key);
              return {
                key: item.key,
                label: nameOf(item.key, words),
                value: part?.value ?? null,
                text: spoken(part?.value ?? null, measure.unit, words),
                met: part?.met,
                onPick: () => view.set({ [by]: item.key }),
              };
            })}
          />
        </>
      )}
    </section>
  );
}

const SLOTS = [
  "low-online",
  "low-offline",
  "medium-online",
  "medium-offline",
  "high-online",
  "high-offline",
] as const;

/** What owners did about what was shown where. */
function FeedbackPart({ view }: { view: View }) {
  const words = useInsightText();
  const t = useText();
  const { data } = useQuery(feedbackQuery(view.period));
  if (!data) return null;
  const bars = (counts: Record<string, number>, name: (key: string) => string, keys = Object.keys(counts)) =>
    keys.map((key) => ({
      key,
      label: name(key),
      value: counts[key] ?? 0,
      text: words.count(counts[key] ?? 0),
    }));
  const slotName = (slot: string) => {
    const [budget = "", channel = ""] = slot.split("-");
    return `${t.budgets[budget as keyof typeof t.budgets]?.label} · ${t.channels[channel as keyof typeof t.channels]}`;
  };
  return (
    <section className={styles.group}>
      <h2>{words.feedback}</h2>
      <div className={styles.columns}>
        <div className={styles.card}>
          <h3>{words.chosenPlace}</h3>
          <Bars bars={bars(data.chosen, slotName, [...SLOTS])} />
        </div>
        <div className={styles.card}>
          <h3>{words.edited}</h3>
          {Object.keys(data.edited).length === 0 && <p className="soft">{words.nothing}</p>}
          <Bars bars={bars(data.edited, (key) => words.fields[key] ?? key)} />
        </div>
        <div className={styles.card}>
          <h3>{words.reasons}</h3>
          {Object.keys(data.regenerated).length === 0 && <p className="soft">{words.nothing}</p>}
          <Bars bars={bars(data.regenerated, (key) => words.why[key] ?? key)} />
        </div>
      </div>
    </section>
  );
}

function SlowPart({ view }: { view: View }) {
  const words = useInsightText();
  const { data } = useQuery(slowQuery(view.period));
  if (!data) return null;
  return (
    <section className={styles.group}>
      <div className={styles.detailHead}>
        <h2>{words.slow}</h2>
        <Download path="/api/ops/insight/slow" query={view.period} name="slow-requests.csv" />
      </div>
      {data.items.length === 0 ? (
        <p className="soft">{words.noSlow}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard, too.
        <section className={styles.scroll} aria-label={words.slow} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.slowColumns.at}</th>
                <th scope="col">{words.slowColumns.route}</th>
                <th scope="col">{words.slowColumns.status}</th>
                <th scope="col">{words.slowColumns.millis}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((line) => (
                <tr key={`${line.at}${line.route}`}>
                  <td className="figures">{line.at.slice(0, 19).replace("T", " ")}</td>
                  <td>{`${line.method} ${line.route}`}</td>
                  <td className="figures">{line.status}</td>
                  <td className="figures">{words.seconds(line.millis / 1000)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
