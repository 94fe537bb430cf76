import type { ReactNode } from "react";
import styles from "./Notice.module.css";

type Props = {
  tone?: "calm" | "caution" | "problem";
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** What happened, what was kept, what to do: one line each and at most one button. */
export function Notice({ tone = "calm", title, children, action }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === "problem" ? "alert" : "status"}>
      {title && <p className={styles.title}>{title}</p>}
      {children && <div>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
