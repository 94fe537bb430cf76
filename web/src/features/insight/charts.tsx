import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import styles from "./charts.module.css";
import { axis, runs } from "./format";

type Target = { bound: number; side: "atMost" | "atLeast" } | null;

const path = (points: { x: number; y: number }[]) =>
  points.map((point, i) => `${i ? "L" : "M"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join("");

/** The course of a measure in the space of a word, with its target as a dashed line. */
export function Sparkline({ values, target }: { values: (number | null)[]; target: Target }) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return <div className={styles.spark} />;
  const high = Math.max(...known, target?.bound ?? 0) || 1;
  const low = Math.min(...known, target?.bound ?? known[0] ?? 0, 0);
  const x = (at: number) => (values.length < 2 ? 50 : (at / (values.length - 1)) * 100);
  const y = (value: number) => 34 - ((value - low) / (high - low || 1)) * 30;
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg className={styles.spark} viewBox="0 0 100 38" preserveAspectRatio="none" aria-hidden="true">
      {target && <line className={styles.target} x1="0" x2="100" y1={y(target.bound)} y2={y(target.bound)} />}
      {runs(values).map((run) => (
        <path
          key={run[0]?.at}
          className={styles.line}
          d={path(run.map(({ at, value }) => ({ x: x(at), y: y(value) })))}
        />
      ))}
      <path className={styles.end} d={`M${x(last).toFixed(1)} ${y(values[last] ?? 0).toFixed(1)}h0`} />
    </svg>
  );
}

const HEIGHT = 240;
const BOTTOM = 28;
const TOP = 10;
const RIGHT = 12;

type LineProps = {
  days: string[];
  values: (number | null)[];
  target?: Target;
  targetLabel?: string;
  label: string;
  spoken: (value: number) => string;
  /** Days that are only expected. */
  expected?: (number | null)[];
};

/** A measure day by day, wide enough to read off. */
export function LineChart({ days, values, target = null, targetLabel, label, spoken, expected }: LineProps) {
  const all = [...values, ...(expected ?? [])].filter((value) => value !== null);
  const scale = axis(Math.min(0, ...all), Math.max(...all, target?.bound ?? 0, 0));
  // Drawn about as wide as it is shown, so that its words keep their size on a phone.
  const narrow = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const fullWidth = narrow ? 340 : 720;
  const left = 16 + 8.5 * Math.max(...scale.ticks.map((tick) => spoken(tick).length));
  const x = (at: number) =>
    left + (days.length < 2 ? 0.5 : at / (days.length - 1)) * (fullWidth - left - RIGHT);
  const y = (value: number) =>
    TOP + (1 - (value - scale.low) / (scale.high - scale.low)) * (HEIGHT - TOP - BOTTOM);
  const every = Math.max(1, Math.ceil(days.length / (narrow ? 4 : 6)));
  const width = Math.max(2, Math.min(24, (fullWidth - left - RIGHT) / days.length));
  return (
    <svg className={styles.chart} viewBox={`0 0 ${fullWidth} ${HEIGHT}`} role="img" aria-label={label}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={left} x2={fullWidth - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text className={styles.tick} x={left - 8} y={y(tick) + 5} textAnchor="end">
            {spoken(tick)}
          </text>
        </g>
      ))}
      {days.map(
        (day, at) =>
          at % every === 0 && (
            <text key={day} className={styles.tick} x={x(at)} y={HEIGHT - 6} textAnchor="middle">
              {`${Number(day.slice(5, 7))}.${Number(day.slice(8))}`}
            </text>
          ),
      )}
      {target && (
        <>
          <line
            className={styles.target}
            x1={left}
            x2={fullWidth - RIGHT}
            y1={y(target.bound)}
            y2={y(target.bound)}
          />
          <text className={styles.targetLabel} x={fullWidth - RIGHT} y={y(target.bound) - 6} textAnchor="end">
            {targetLabel}
          </text>
        </>
      )}
      {expected &&
        runs(expected).map((run) => (
          <path
            key={run[0]?.at}
            className={styles.expected}
            d={path(run.map(({ at, value }) => ({ x: x(at), y: y(value) })))}
          />
        ))}
      {runs(values).map((run) => (
        <path
          key={run[0]?.at}
          className={styles.line}
          d={path(run.map(({ at, value }) => ({ x: x(at), y: y(value) })))}
        />
      ))}
      {values.map(
        (value, at) =>
          value !== null && (
            <g key={days[at]} className={styles.point}>
              <circle cx={x(at)} cy={y(value)} r={days.length > 60 ? 2 : 3.5} />
              <rect x={x(at) - width / 2} y={TOP} width={width} height={HEIGHT - TOP - BOTTOM}>
                <title>{`${days[at]}: ${spoken(value)}`}</title>
              </rect>
            </g>
          ),
      )}
    </svg>
  );
}

export type Bar = {
  key: string;
  label: ReactNode;
  value: number | null;
  text: string;
  met?: boolean | null;
  onPick?: () => void;
};

/** Values beside each other, with the target as a line through all of them. */
export function Bars({ bars, target = null }: { bars: Bar[]; target?: Target }) {
  const high = Math.max(...bars.map((bar) => bar.value ?? 0), target?.bound ?? 0) || 1;
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.key}>
          {bar.onPick ? (
            <button type="button" className={styles.barName} onClick={bar.onPick}>
              {bar.label}
            </button>
          ) : (
            <span className={styles.barName}>{bar.label}</span>
          )}
          <span className={styles.track}>
            <span
              className={`${styles.bar} ${bar.met === false ? styles.missed : ""}`}
              style={{ width: `${(Math.max(0, bar.value ?? 0) / high) * 100}%` }}
            />
            {target && (
              <span className={styles.barTarget} style={{ left: `${(target.bound / high) * 100}%` }} />
            )}
          </span>
          <span className={`figures ${styles.barText}`}>{bar.text}</span>
        </li>
      ))}
    </ul>
  );
}

export type Dot = { key: string; predicted: number; actual: number; inside: boolean; label: string };

const SIDE = 420;
const EDGE = 56;
const SPARE = 24;

/** Predicted against actual: on the diagonal all is as foretold, in the band within a fifth. */
export function Scatter(props: { dots: Dot[]; label: string; xLabel: string; yLabel: string }) {
  const { dots, label, xLabel, yLabel } = props;
  const values = dots.flatMap((dot) => [dot.predicted, dot.actual]);
  const scale = axis(Math.min(0, ...values), Math.max(100, ...values), 4);
  const at = (value: number) => (value - scale.low) / (scale.high - scale.low);
  const x = (value: number) => EDGE + at(value) * (SIDE - EDGE - SPARE);
  const y = (value: number) => SIDE - EDGE + 10 - at(value) * (SIDE - EDGE - 10) - 10;
  const from = Math.max(0, scale.low);
  const to = scale.high;
  // The error is relative to what came: predicted between 0.8 and 1.2 of the actual.
  const band = [
    [from * 0.8, from],
    [Math.min(to, to * 0.8), to],
    [to, to],
    [to, to / 1.2],
    [from * 1.2, from],
  ];
  return (
    <svg className={styles.scatter} viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={x(scale.low)} x2={x(scale.high)} y1={y(tick)} y2={y(tick)} />
          <text className={styles.tick} x={EDGE - 8} y={y(tick) + 5} textAnchor="end">{`${tick}%`}</text>
          <text
            className={styles.tick}
            x={x(tick)}
            y={SIDE - EDGE + 22}
            textAnchor="middle"
          >{`${tick}%`}</text>
        </g>
      ))}
      <polygon
        className={styles.band}
        points={band.map(([px = 0, py = 0]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(" ")}
      />
      <line
        className={styles.diagonal}
        x1={x(scale.low)}
        y1={y(scale.low)}
        x2={x(scale.high)}
        y2={y(scale.high)}
      />
      {dots.map((dot) => (
        <circle
          key={dot.key}
          className={dot.inside ? styles.dot : styles.dotOutside}
          cx={x(dot.predicted)}
          cy={y(dot.actual)}
          r="5"
        >
          <title>{dot.label}</title>
        </circle>
      ))}
      <text className={styles.axis} x={(EDGE + SIDE) / 2} y={SIDE - 8} textAnchor="middle">
        {xLabel}
      </text>
      <text
        className={styles.axis}
        transform={`translate(14 ${(SIDE - EDGE) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {yLabel}
      </text>
    </svg>
  );
}
