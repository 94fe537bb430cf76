import { useLanguage } from "@/i18n";
import styles from "./Experiment.module.css";

type Point = { day: string; difference: number; low: number; high: number };

const WIDTH = 600;
const HEIGHT = 200;

/** Where the difference lies, day by day: a band that narrows round its middle, and the line of none. */
export function IntervalChart({ points, label }: { points: Point[]; label: string }) {
  const language = useLanguage();
  if (points.length < 2) return null;
  const top = Math.max(0, ...points.map((point) => point.high));
  const bottom = Math.min(0, ...points.map((point) => point.low));
  const x = (index: number) => (index / (points.length - 1)) * WIDTH;
  const y = (value: number) => ((top - value) / (top - bottom || 1)) * HEIGHT;
  const line = (of: (point: Point) => number) =>
    points.map((point, index) => `${x(index).toFixed(1)},${y(of(point)).toFixed(1)}`);
  const band = [...line((point) => point.high), ...line((point) => point.low).reverse()].join(" ");
  const date = (day: string) =>
    new Date(`${day}T00:00:00`).toLocaleDateString(language, { month: "short", day: "numeric" });
  return (
    <div>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <polygon className={styles.band} points={band} />
        <line className={styles.zero} x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} />
        <polyline className={styles.middle} points={line((point) => point.difference).join(" ")} />
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{date(points[0]?.day ?? "")}</span>
        <span>{date(points.at(-1)?.day ?? "")}</span>
      </div>
    </div>
  );
}
