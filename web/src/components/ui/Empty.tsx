import type { ReactNode } from "react";
import styles from "./Empty.module.css";

/** Nothing here yet: says so and offers the next step. */
export function Empty({ title, line, action }: { title: string; line?: string; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg aria-hidden="true" width="72" height="72" viewBox="0 0 72 72" className={styles.stamps}>
        <circle cx="22" cy="36" r="15" />
        <circle cx="50" cy="36" r="15" strokeDasharray="3 4" />
        <path d="M15 36.500l5 5 9-10" />
      </svg>
      <p className={styles.title}>{title}</p>
      {line && <p className="soft">{line}</p>}
      {action}
    </div>
  );
}
