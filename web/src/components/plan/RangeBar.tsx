import type { Scale } from "@/lib/scale";
import styles from "./RangeBar.module.css";

type Props = {
  low: number;
  expected: number;
  high: number;
  scale: Scale;
  /** What the bar says, for those who do not see it. */
  label: string;
  /** What really came, where it is known. */
  actual?: number | null;
  /** The range before an edit, drawn behind the new one. */
  before?: { low: number; high: number } | null;
};

/** A forecast as a picture: the range as a band, the median as a line, the result as a dot. */
export function RangeBar({ low, expected, high, scale, label, actual, before }: Props) {
  const width = (from: number, to: number) => Math.max(1.5, scale.at(to) - scale.at(from));
  return (
    <svg
      className={styles.bar}
      role="img"
      aria-label={label}
      width="100%"
      height="30"
      preserveAspectRatio="none"
    >
      <line className={styles.track} x1="0" x2="100%" y1="15" y2="15" />
      {before && (
        <rect
          className={styles.before}
          x={`${scale.at(before.low)}%`}
          width={`${width(before.low, before.high)}%`}
          y="3"
          height="24"
          rx="6"
        />
      )}
      <rect
        className={styles.band}
        x={`${scale.at(low)}%`}
        width={`${width(low, high)}%`}
        y="8"
        height="14"
        rx="7"
      />
      <line
        className={styles.median}
        x1={`${scale.at(expected)}%`}
        x2={`${scale.at(expected)}%`}
        y1="4"
        y2="26"
      />
      {actual != null && <circle className={styles.actual} cx={`${scale.at(actual)}%`} cy="15" r="7" />}
    </svg>
  );
}
