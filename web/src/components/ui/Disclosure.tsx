import type { ReactNode } from "react";
import styles from "./Disclosure.module.css";
import { Icon } from "./Icon";

/** Folded matter under a line that one may tap. Works without script, by the browser's own element. */
export function Disclosure(props: {
  summary: ReactNode;
  open?: boolean;
  look?: "block" | "inline";
  children: ReactNode;
}) {
  return (
    <details className={`${styles.details} ${styles[props.look ?? "block"]}`} open={props.open}>
      <summary className={styles.summary}>
        <span>{props.summary}</span>
        <span className={styles.arrow}>
          <Icon name="down" size={18} />
        </span>
      </summary>
      <div className={styles.content}>{props.children}</div>
    </details>
  );
}
