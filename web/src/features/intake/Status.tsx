import styles from "./CollectionPage.module.css";
import { useCollectionText } from "./text";

const TONES: Record<string, string | undefined> = {
  running: styles.live,
  failed: styles.bad,
  paused: styles.caution,
  completed_with_errors: styles.caution,
};

/** A state as a word; the colour only repeats it. */
export function Status({ status }: { status: string }) {
  const words = useCollectionText();
  return (
    <span className={`${styles.status} ${TONES[status] ?? ""}`}>{words.statuses[status] ?? status}</span>
  );
}
