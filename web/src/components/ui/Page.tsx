import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "@/i18n";
import styles from "./Page.module.css";

type Props = {
  title: string;
  lead?: ReactNode;
  aside?: ReactNode;
  width?: "narrow" | "wide";
  children: ReactNode;
};

/** One screen: its heading names the window and takes the focus when the screen opens. */
export function Page({ title, lead, aside, width = "narrow", children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const t = useText();

  useEffect(() => {
    document.title = `${title} - ${t.appName}`;
  }, [title, t]);

  useEffect(() => {
    // A field that asked for the focus itself keeps it.
    if (document.activeElement instanceof HTMLInputElement) return;
    heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className={`${styles.page} ${styles[width]}`}>
      <header className={styles.header}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </div>
  );
}
