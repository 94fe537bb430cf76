import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CollectionRun } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { Empty } from "@/components/ui/Empty";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { resume, runsQuery, start, stop } from "./api";
import { Choose } from "./Choose";
import styles from "./CollectionPage.module.css";
import { Quotas } from "./Quotas";
import { Refusals } from "./Refusals";
import { RunLine } from "./RunLine";
import { Sources } from "./Sources";
import { StepList } from "./StepList";
import { useCollectionText } from "./text";

/** Collection as the operator works with it: what runs, what came, what is missing. */
export default function CollectionPage() {
  const words = useCollectionText();
  const runs = useQuery(runsQuery);
  const items = runs.data?.items ?? [];
  const running = items.find((run) => run.status === "running");
  useFreshWhenDone(running?.id);
  return (
    <Page title={words.title} lead={words.lead} width="wide">
      {runs.isPending && <Loading rows={4} height={72} />}
      {runs.error && <ProblemNotice error={runs.error} onRetry={() => runs.refetch()} />}
      {runs.isSuccess && (
        <>
          <Control running={running} latest={items[0]} />
          {items.length === 0 && <Empty title={words.never} line={words.neverLine} />}
          {items[0] && <Latest run={items[0]} />}
          <Sources />
          <Quotas />
          {items.length > 1 && <Past runs={items.slice(1)} />}
        </>
      )}
    </Page>
  );
}

/** What a run changed shows as soon as it ends. */
function useFreshWhenDone(running: string | undefined) {
  const client = useQueryClient();
  useEffect(() => {
    if (!running) client.invalidateQueries({ queryKey: ["collection"] });
  }, [running, client]);
}

function Control({ running, latest }: { running?: CollectionRun; latest?: CollectionRun }) {
  const words = useCollectionText();
  const client = useQueryClient();
  const done = () => client.invalidateQueries({ queryKey: runsQuery.queryKey });
  const starting = useMutation({ mutationFn: () => start([], []), onSettled: done });
  const stopping = useMutation({ mutationFn: stop, onSettled: done });
  const resuming = useMutation({ mutationFn: resume, onSettled: done });
  const error = starting.error ?? stopping.error ?? resuming.error;
  const mayResume = latest && !running && latest.status !== "completed";
  return (
    <section className={styles.control}>
      <div className={styles.buttons}>
        {running ? (
          <Button
            look="danger"
            busy={stopping.isPending || running.stopRequested}
            onClick={() => stopping.mutate(running.id)}
          >
            {running.stopRequested ? words.stopping : words.stop}
          </Button>
        ) : (
          <Button busy={starting.isPending} onClick={() => starting.mutate()}>
            {words.start}
          </Button>
        )}
        {mayResume && (
          <Button look="second" busy={resuming.isPending} onClick={() => resuming.mutate(latest.id)}>
            {words.resume}
          </Button>
        )}
      </div>
      {error && <ProblemNotice error={error} />}
      {!running && <Choose />}
    </section>
  );
}

function Latest({ run }: { run: CollectionRun }) {
  return (
    <section className={styles.section} aria-live="polite">
      <h2>
        <RunLine run={run} />
      </h2>
      <StepList steps={run.steps} />
      {run.status !== "running" && <Refusals run={run.id} />}
    </section>
  );
}

function Past({ runs }: { runs: CollectionRun[] }) {
  const words = useCollectionText();
  return (
    <section className={styles.section}>
      <h2>{words.runs}</h2>
      {runs.map((run) => (
        <Disclosure key={run.id} summary={<RunLine run={run} />}>
          <StepList steps={run.steps} />
          <Refusals run={run.id} />
        </Disclosure>
      ))}
    </section>
  );
}
