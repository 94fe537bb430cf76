import type { ReactNode } from "react";
import { useText } from "@/i18n";
import type { Outlook } from "./outlook";
import { Risk } from "./Risk";
import styles from "./StickyBar.module.css";

type Props = { outlook?: Outlook | null; before?: Outlook | null; beside?: boolean; children: ReactNode };

/** The main button within the thumb's reach; above it the forecast in one line, so that an edit shows at once. */
export function StickyBar({ outlook, before, beside, children }: Props) {
  const t = useText();
  const change = outlook && before ? outlook.participants.expected - before.participants.expected : 0;
  return (
    <div className={`${styles.bar} ${beside ? styles.beside : ""} no-print`}>
      {outlook && (
        <p className={styles.line}>
          <strong className="figures">
            {t.common.peopleRange(outlook.participants.low, outlook.participants.high)}
          </strong>
          {change !== 0 && (
            <span className={styles.change}>
              {change > 0 ? t.plan.more(t.common.people(change)) : t.plan.less(t.common.people(-change))}
            </span>
          )}
          {change === 0 && outlook.prospects && (
            <span className={styles.risk}>
              <span className="soft">{t.plans.lossRisk}</span> <Risk risk={outlook.prospects.lossRisk} />
            </span>
          )}
        </p>
      )}
      {children}
    </div>
  );
}
