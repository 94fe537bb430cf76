import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { experimentsQuery } from "./api";
import styles from "./Experiment.module.css";
import { NewExperimentForm } from "./NewExperimentForm";
import { Status } from "./Status";
import { useExperimentText } from "./text";
import { useWriterWords } from "./writer";

/** All experiments, and the way to a new one. */
export default function ExperimentsPage() {
  const words = useExperimentText();
  const writer = useWriterWords();
  const found = useQuery(experimentsQuery);
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={words.experiments}
      lead={words.lead}
      width="wide"
      aside={
        <div className={styles.links}>
          <ButtonLink look="plain" to="/ops/prompts">
            {words.toPrompts}
          </ButtonLink>
          <Button onClick={() => setNew(true)}>{words.fresh}</Button>
        </div>
      }
    >
      {isNew && <NewExperimentForm onClose={() => setNew(false)} />}
      {found.isPending && <Loading rows={3} height={88} />}
      {found.error && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      {found.data?.items.length === 0 && !isNew && <Empty title={words.none} line={words.noneLine} />}
      <ul className={styles.list}>
        {found.data?.items.map((experiment) => (
          <li key={experiment.id} className={styles.card}>
            <div className={styles.row}>
              <h2>
                <Link to={`/ops/experiments/${experiment.id}`}>{experiment.name}</Link>
              </h2>
              <Status status={experiment.status} />
            </div>
            <p className="soft">{words.measures[experiment.measure]}</p>
            <p>{experiment.arms.map((arm) => `${arm.key}: ${writer(arm)}`).join(" / ")}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
