import type { Likeness } from "@/api/types";
import styles from "./CasesPage.module.css";

/** A text in which the words that were looked for stand out. */
export function Marked({ text, marks = [] }: { text: string; marks?: Likeness["title"] }) {
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(marks[index - 1]?.to ?? 0, from)}
          <mark className={styles.mark}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
