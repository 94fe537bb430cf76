import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import type { Experiment, ExperimentResult } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Asked } from "./Asked";
import { experimentQuery, moveExperiment, removeExperiment } from "./api";
import styles from "./Experiment.module.css";
import { IntervalChart } from "./IntervalChart";
import { Status } from "./Status";
import { useExperimentText } from "./text";
import { useWriterWords } from "./writer";

/** One experiment: what it could find, what it says by now, by which rule, and what to do about it. */
export default function ExperimentPage() {
  const { id = "" } = useParams();
  const words = useExperimentText();
  const { data: experiment, error, refetch } = useQuery(experimentQuery(id));
  if (error)
    return (
      <Page title={words.experiments}>
        <ProblemNotice error={error} onRetry={() => refetch()} />
      </Page>
    );
  if (!experiment)
    return (
      <Page title={words.experiments}>
        <Loading rows={4} height={120} />
      </Page>
    );
  return (
    <Page
      title={experiment.name}
      lead={experiment.hypothesis}
      width="wide"
      aside={<Status status={experiment.status} />}
    >
      <div className={styles.list}>
        {experiment.result && <Verdict result={experiment.result} />}
        <Actions experiment={experiment} />
        {experiment.status === "draft" && <Plan experiment={experiment} />}
        <Arms experiment={experiment} />
        {experiment.result && <Differences experiment={experiment} result={experiment.result} />}
        {experiment.result && <Guards result={experiment.result} />}
      </div>
    </Page>
  );
}

function Verdict({ result }: { result: ExperimentResult }) {
  const words = useExperimentText();
  return (
    <section className={styles.card}>
      <p className={styles.verdict} role="status">
        {result.summary}
      </p>
      <h3>{words.rule}</h3>
      <p className="soft">{result.rule}</p>
      <h3>{words.ratio}</h3>
      <p>{result.ratio.alarm ? words.ratioAlarm : words.ratioFine}</p>
    </section>
  );
}

function Actions({ experiment }: { experiment: Experiment }) {
  const words = useExperimentText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (change: Parameters<typeof moveExperiment>[1]) => moveExperiment(experiment.id, change),
    onSuccess: async (changed) => {
      client.setQueryData(experimentQuery(experiment.id).queryKey, changed);
      await client.invalidateQueries({ queryKey: ["prompts"] });
      await client.invalidateQueries({ queryKey: ["experiments"], exact: true });
    },
  });
  const remove = useMutation({
    mutationFn: () => removeExperiment(experiment.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["experiments"], exact: true });
      navigate("/ops/experiments");
    },
  });
  if (experiment.status === "promoted") return <p>{words.promoted(experiment.promotedArm ?? "")}</p>;
  return (
    <div className={styles.buttons}>
      {experiment.status === "draft" && (
        <>
          <Button busy={move.isPending} onClick={() => move.mutate({ status: "running" })}>
            {words.start}
          </Button>
          <Button look="plain" busy={remove.isPending} onClick={() => remove.mutate()}>
            {words.remove}
          </Button>
        </>
      )}
      {experiment.status !== "draft" &&
        experiment.arms.map((arm) => (
          <Asked
            key={arm.key}
            label={words.promote(arm.key)}
            question={words.promoteAsk(arm.key)}
            look={
              experiment.result?.verdict === "winner" && experiment.result.winner === arm.key
                ? "main"
                : "second"
            }
            busy={move.isPending}
            onYes={() => move.mutate({ status: "promoted", arm: arm.key })}
          />
        ))}
      {experiment.status === "running" && (
        <Button look="plain" busy={move.isPending} onClick={() => move.mutate({ status: "stopped" })}>
          {words.stop}
        </Button>
      )}
      {(move.error ?? remove.error) && <ProblemNotice error={move.error ?? remove.error} />}
    </div>
  );
}

function Plan({ experiment }: { experiment: Experiment }) {
  const words = useExperimentText();
  const plan = experiment.plan;
  if (!plan) return null;
  const measure = words.measures[experiment.measure] ?? experiment.measure;
  return (
    <section className={styles.card}>
      <h2>{words.planTitle}</h2>
      <p>
        {words.planShops(plan.recentShops)} {plan.baseRate !== null && words.planBase(measure, plan.baseRate)}
      </p>
      <ul>
        {plan.effects.map((effect) => (
          <li key={effect.shops}>
            {words.effect(effect.shops, effect.points ?? null, words.units(experiment.measure))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Arms({ experiment }: { experiment: Experiment }) {
  const words = useExperimentText();
  const writer = useWriterWords();
  const { columns } = words;
  return (
    <section className={styles.card}>
      <h2>
        {words.measures[experiment.measure]} · {words.days(experiment.windowDays)}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard, too. */}
      <section className={styles.scroll} aria-label={columns.arm} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{columns.arm}</th>
              <th scope="col">{columns.writer}</th>
              <th scope="col" className={styles.number}>
                {columns.shops}
              </th>
              <th scope="col" className={styles.number}>
                {columns.counted}
              </th>
              <th scope="col" className={styles.number}>
                {columns.mean}
              </th>
            </tr>
          </thead>
          <tbody>
            {experiment.arms.map((arm) => {
              const figures = experiment.result?.arms.find((each) => each.key === arm.key);
              return (
                <tr key={arm.key}>
                  <th scope="row">{arm.key}</th>
                  <td>{writer(arm)}</td>
                  <td className={styles.number}>{figures?.shops ?? "–"}</td>
                  <td className={styles.number}>{figures?.counted ?? "–"}</td>
                  <td className={styles.number}>
                    {figures?.mean == null ? "–" : words.mean(experiment.measure, figures.mean)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Differences({ experiment, result }: { experiment: Experiment; result: ExperimentResult }) {
  const words = useExperimentText();
  const unit = words.units(experiment.measure);
  return result.differences.map((difference) => (
    <section key={difference.arm} className={styles.card}>
      <h2>{words.difference(difference.arm, experiment.arms[0]?.key ?? "A")}</h2>
      <p className={styles.verdict}>{words.interval(difference.low, difference.high, unit)}</p>
      <IntervalChart points={difference.points} label={words.chart(difference.arm)} />
      <p className="soft">
        {words.pairs(difference.pairs)} · {words.evidence(difference.evidence)}
      </p>
    </section>
  ));
}

function Guards({ result }: { result: ExperimentResult }) {
  const words = useExperimentText();
  return (
    <section className={styles.card}>
      <h2>{words.guards}</h2>
      <ul className={styles.list}>
        {result.guards.map((guard) => {
          const unit = words.guardUnits[guard.name] ?? "";
          return (
            <li key={`${guard.arm}-${guard.name}`} className={styles.row}>
              <span>
                {words.arm(guard.arm)} · {words.guardNames[guard.name]}
              </span>
              <span>
                {guard.difference > 0 ? "+" : ""}
                {guard.difference}
                {unit} ({words.guardLimit(guard.tolerance, unit)}){" "}
                <span
                  className={`${styles.badge} ${guard.state === "fine" ? styles.now : guard.state === "broken" ? styles.worse : ""}`}
                >
                  {words.guardStates[guard.state]}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
