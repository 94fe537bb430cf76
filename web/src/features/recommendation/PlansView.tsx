import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import type { Metadata, Plan, RecommendationData, SlotId, TrendSources, Trends } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { Loading } from "@/components/ui/Loading";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { PlanPairs } from "./PlanPairs";
import styles from "./PlansView.module.css";
import { type PlanStream, startWriting, stopWriting } from "./planStream";
import { Regenerate } from "./Regenerate";
import { TrendLines } from "./TrendLines";
import { useHasBegun, useSelect } from "./useSelect";

const CompareView = lazy(() => import("./CompareView"));

type Props = {
  id: string | null;
  live: PlanStream | null;
  trends: Trends | null;
  trendSources: TrendSources | null;
  plans: Partial<Record<SlotId, Plan>>;
  similarCases: number | null;
  answer?: RecommendationData;
  metadata?: Metadata;
};

export function PlansView({ id, live, trends, trendSources, plans, similarCases, answer, metadata }: Props) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const comparing = search.get("view") === "compare" && id !== null;
  const select = useSelect(id);
  const begun = useHasBegun(answer?.eventId ?? null);
  const status = useRef<HTMLDivElement>(null);
  const refusal = useRef<HTMLDivElement>(null);
  const finished = live === null;

  // Who had just stood on "stop" stands on what replaced it.
  useEffect(() => {
    if (finished && document.activeElement === document.body) status.current?.focus({ preventScroll: true });
  }, [finished]);

  // Whoever chose the sixth card stands far below.
  useEffect(() => {
    if (select.error) refusal.current?.scrollIntoView({ block: "center" });
  }, [select.error]);

  return (
    <div className={styles.view}>
      <TrendLines trends={trends} sources={trendSources} />
      <div className={styles.status} ref={status} tabIndex={-1}>
        {live ? (
          <Progress live={live} />
        ) : (
          <Actions
            comparing={comparing}
            onCompare={(on) =>
              setSearch(on ? { view: "compare" } : {}, { replace: true, preventScrollReset: true })
            }
            similarCases={similarCases}
          />
        )}
      </div>
      {metadata?.degraded && <Degraded metadata={metadata} />}
      {answer?.note && (
        <Notice tone="caution" title={t.plans.restTitle}>
          {answer.note}
        </Notice>
      )}
      {live?.status === "failed" && <Failed live={live} />}
      {select.error && (
        <div ref={refusal}>
          <ProblemNotice error={select.error} />
        </div>
      )}
      {comparing ? (
        <Suspense fallback={<Loading rows={6} height={96} />}>
          <CompareView id={id} plans={Object.values(plans)} chosen={answer?.chosenOption ?? null} />
        </Suspense>
      ) : (
        <PlanPairs
          id={id}
          plans={plans}
          writing={live !== null && live.status !== "failed" && live.status !== "stopped"}
          chosen={answer?.chosenOption ?? null}
          eventId={answer?.eventId ?? null}
          begun={begun}
          onChoose={select.choose}
          choosing={select.choosing}
        />
      )}
      {id && answer && (
        <div className={styles.again}>
          <Regenerate id={id} request={answer.request} />
          <p className="soft">{t.plans.kept}</p>
        </div>
      )}
    </div>
  );
}

/** What is true right now, and a way to stop it. Screen readers hear it as it changes. */
function Progress({ live }: { live: PlanStream }) {
  const t = useText();
  const done = Object.keys(live.plans).length;
  const busy = live.status === "looking" || live.status === "writing";
  const words =
    live.status === "stopped" || live.status === "failed"
      ? t.plans.stopped(done)
      : live.status === "looking"
        ? t.plans.looking
        : done === 0 && live.similarCases !== null
          ? t.plans.found(live.similarCases)
          : t.plans.writing(done);
  return (
    <>
      <div className={styles.progress}>
        <p role="status">{words}</p>
        <span className={styles.steps} aria-hidden="true">
          {[1, 2, 3, 4, 5, 6].map((step) => (
            <i key={step} className={step <= done ? styles.filled : ""} />
          ))}
        </span>
      </div>
      {busy && (
        <Button look="second" icon="stop" onClick={stopWriting}>
          {t.plans.stop}
        </Button>
      )}
      {live.status === "stopped" && live.order && <Resume live={live} />}
    </>
  );
}

function Resume({ live }: { live: PlanStream }) {
  const t = useText();
  return <Button onClick={() => live.order && void startWriting(live.order)}>{t.plans.resume}</Button>;
}

function Failed({ live }: { live: PlanStream }) {
  return <ProblemNotice error={live.error} onRetry={() => live.order && void startWriting(live.order)} />;
}

type ActionsProps = {
  comparing: boolean;
  onCompare: (on: boolean) => void;
  similarCases: number | null;
};

function Actions({ comparing, onCompare, similarCases }: ActionsProps) {
  const t = useText();
  return (
    <>
      <p role="status" className="soft">
        {similarCases !== null && t.plans.found(similarCases)}
      </p>
      <div className={styles.buttons}>
        <Button look="second" icon={comparing ? "list" : "compare"} onClick={() => onCompare(!comparing)}>
          {comparing ? t.plans.cards : t.plans.compare}
        </Button>
      </div>
    </>
  );
}

function Degraded({ metadata }: { metadata: Metadata }) {
  const t = useText();
  const [why] = useState(
    () => metadata.message ?? (metadata.rateLimited ? t.plans.rateLimited : t.plans.degradedLine),
  );
  return (
    <Notice title={t.plans.degraded}>
      <Disclosure look="inline" summary={t.plans.degradedWhy}>
        {why}
      </Disclosure>
    </Notice>
  );
}
