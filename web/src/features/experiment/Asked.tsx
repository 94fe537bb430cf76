import { useState } from "react";
import { Button } from "@/components/ui/Button";
import styles from "./Experiment.module.css";
import { useExperimentText } from "./text";

type Props = {
  label: string;
  question: string;
  look?: "main" | "second";
  busy: boolean;
  onYes: () => void;
};

/** A button for what reaches every shop: asks once, in its own place. */
export function Asked({ label, question, look = "second", busy, onYes }: Props) {
  const words = useExperimentText();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button look={look} busy={busy} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div className={styles.buttons} role="status">
      <p>{question}</p>
      <Button
        busy={busy}
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {words.yes}
      </Button>
      <Button look="plain" onClick={() => setAsking(false)}>
        {words.no}
      </Button>
    </div>
  );
}
