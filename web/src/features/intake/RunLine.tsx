import type { CollectionRun } from "@/api/types";
import styles from "./CollectionPage.module.css";
import { Status } from "./Status";
import { useCollectionText } from "./text";

const moment = new Intl.DateTimeFormat("ko-KR", {
  timeZone: "Asia/Seoul",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});

/** A run in one line: which, who started it, how it stands, how long it took. */
export function RunLine({ run }: { run: CollectionRun }) {
  const words = useCollectionText();
  const seconds = run.endedAt
    ? Math.round((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000)
    : null;
  return (
    <span className={styles.line}>
      <span className={styles.name}>{words.run(run.number)}</span>
      <Status status={run.status} />
      <span className={styles.soft}>
        {words.triggers[run.trigger]} · {moment.format(new Date(run.startedAt))}
        {seconds !== null && ` · ${words.took(seconds)}`}
      </span>
    </span>
  );
}
