import { useQuery } from "@tanstack/react-query";
import type { CollectionRun, CollectionStep } from "@/api/types";
import { sourcesQuery } from "./api";
import styles from "./CollectionPage.module.css";
import { Status } from "./Status";
import { useCollectionText } from "./text";

const ORDER = ["fetch", "clean", "store", "embed", "index"];

/** The steps of a run in their order, each with its sources. */
export function StepList({ steps }: { steps: CollectionRun["steps"] }) {
  const words = useCollectionText();
  return (
    <div className={styles.steps}>
      {ORDER.filter((name) => steps.some((step) => step.name === name)).map((name) => (
        <section key={name} className={styles.step}>
          <h3>{words.steps[name]}</h3>
          <ul>
            {steps
              .filter((step) => step.name === name)
              .map((step) => (
                <Step key={step.source} step={step} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Step({ step }: { step: CollectionStep }) {
  const words = useCollectionText();
  const sources = useQuery(sourcesQuery);
  const name =
    step.source === "casebook"
      ? words.casebook
      : (sources.data?.items.find((each) => each.source === step.source)?.name ?? step.source);
  const { done, total, perSecond, secondsLeft } = step.progress;
  const counts = Object.entries(step.counts).filter(([, n]) => n !== 0);
  return (
    <li className={styles.work}>
      <div className={styles.workHead}>
        <span>{name}</span>
        <Status status={step.status} />
      </div>
      {step.status === "running" && (
        <>
          <progress
            className={styles.bar}
            aria-label={`${words.steps[step.name]} ${name}`}
            value={total ? done : undefined}
            max={total || undefined}
          />
          <p className={`${styles.soft} figures`}>
            {[
              words.progress(done, total),
              perSecond !== null && words.rate(perSecond),
              secondsLeft !== null && words.left(secondsLeft),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </>
      )}
      {counts.length > 0 && (
        <p className={`${styles.soft} figures`}>
          {counts.map(([key, n]) => `${words.counts[key] ?? key} ${n.toLocaleString("ko-KR")}`).join(" · ")}
        </p>
      )}
      {step.note && <p className={styles.soft}>{step.note}</p>}
      {step.error && <p className={styles.problem}>{step.error.message}</p>}
    </li>
  );
}
