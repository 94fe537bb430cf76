import type { LossRisk } from "@/api/types";
import { useText } from "@/i18n";
import styles from "./Risk.module.css";

const LEVEL: Record<LossRisk, number> = { low: 1, medium: 2, high: 3 };

/** Chance of loss as a word, with one to three strokes beside it. */
export function Risk({ risk }: { risk: LossRisk }) {
  const t = useText();
  return (
    <span className={`${styles.risk} ${styles[risk]}`}>
      <span className={styles.strokes} aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <i key={step} className={step <= LEVEL[risk] ? styles.on : ""} />
        ))}
      </span>
      {t.risks[risk]}
    </span>
  );
}
