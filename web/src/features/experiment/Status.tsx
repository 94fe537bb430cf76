import styles from "./Experiment.module.css";
import { useExperimentText } from "./text";

export function Status({ status }: { status: string }) {
  const words = useExperimentText();
  const isNow = status === "running" || status === "active";
  return (
    <span className={`${styles.badge} ${isNow ? styles.now : ""}`}>{words.statuses[status] ?? status}</span>
  );
}
