import { useText } from "@/i18n";
import styles from "./Loading.module.css";

/** Keeps the place of what is coming. */
export function Loading({ rows = 3, height = 88 }: { rows?: number; height?: number }) {
  const t = useText();
  return (
    <div className={styles.list} role="status" aria-label={t.common.loading}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing have no other name.
        <div key={index} className={styles.row} style={{ height }} />
      ))}
    </div>
  );
}

export function Line({ width = "100%" }: { width?: string }) {
  return <span className={styles.line} style={{ width }} aria-hidden="true" />;
}
