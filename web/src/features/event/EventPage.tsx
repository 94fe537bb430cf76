import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { eventQuery, keepEvent, recommendationQuery, useStores } from "@/api/queries";
import type { EventPatch, Plan, StoreEvent } from "@/api/types";
import { outlookOfPrediction } from "@/components/plan/outlook";
import { PlanEditor } from "@/components/plan/PlanEditor";
import layout from "@/components/plan/PlanLayout.module.css";
import type { PlanDraft } from "@/components/plan/planDraft";
import { useMoneyWords } from "@/components/plan/words";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { Loading } from "@/components/ui/Loading";
import { grouped } from "@/components/ui/MoneyInput";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { say } from "@/components/ui/toast";
import { useLanguage, useText } from "@/i18n";
import { addDays, daysBetween, fromNow, spokenDate, spokenPeriod, today } from "@/lib/dates";
import { forgetDraft } from "@/lib/draft";
import { duplicateEvent, patchEvent } from "./api";
import styles from "./EventPage.module.css";
import { Facts, SaidAndCame } from "./SaidAndCame";

export default function EventPage() {
  const t = useText();
  const { id = "" } = useParams();
  const query = useQuery(eventQuery(id));
  const event = query.data;
  if (!event) {
    return (
      <Page title={t.event.title} width="wide">
        {query.error ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <Loading height={160} />
        )}
      </Page>
    );
  }
  return (
    <Page key={event.id} title={event.title} width="wide" lead={<Status event={event} />}>
      {event.status === "closed" || event.status === "cancelled" ? (
        <Finished event={event} />
      ) : (
        <Open event={event} />
      )}
    </Page>
  );
}

function Status({ event }: { event: StoreEvent }) {
  const t = useText();
  const language = useLanguage();
  return (
    <p className={styles.status}>
      <span className={`${styles.badge} ${styles[event.status]}`}>{t.statuses[event.status]}</span>
      {spokenPeriod(event.startDate, event.endDate, language)}
      {event.status === "running" && `, ${t.events.runningUntil(fromNow(event.endDate, language))}`}
    </p>
  );
}

/** The plan this event came from, for its kit and its cases; an event lives on without it. */
function useOrigin(event: StoreEvent): Plan | null {
  const { data } = useQuery({
    ...recommendationQuery(event.recommendationId ?? ""),
    enabled: event.recommendationId !== null,
  });
  return data?.data.recommendations.find((plan) => plan.id === event.option) ?? null;
}

function useSaved() {
  const client = useQueryClient();
  return (event: StoreEvent) => keepEvent(client, event);
}

function Open({ event }: { event: StoreEvent }) {
  const t = useText();
  const saved = useSaved();
  const origin = useOrigin(event);
  const { stores } = useStores();
  const store = stores.find((each) => each.id === event.storeId);
  const original: PlanDraft = {
    title: event.title,
    prize: event.prize,
    participation: event.participation,
    winners: event.winners === null ? "" : grouped(String(event.winners)),
    cost: grouped(String(event.cost)),
    items: event.costItems,
    startDate: event.startDate,
    endDate: event.endDate,
  };
  const name = `event.${event.id}`;
  const [askingEarly, setAskingEarly] = useState(false);
  const save = useMutation({
    mutationFn: (patch: EventPatch) => patchEvent(event.id, patch),
    onSuccess: (after, patch) => {
      saved(after);
      if (!patch.status) say(t.event.saved);
      else if (patch.status === "running") {
        // The fields are to show what was started: its dates may have moved.
        forgetDraft(name);
        setAskingEarly(false);
        say(t.event.started);
        // The button that had the focus is gone.
        setTimeout(() => document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true }));
      }
    },
    // What went wrong stands by the button.
    onError: () => setAskingEarly(false),
  });
  const start = () => {
    if (event.startDate > today()) setAskingEarly(true);
    else save.mutate({ status: "running" });
  };
  return (
    <PlanEditor
      key={event.status}
      name={name}
      original={original}
      forecast={outlookOfPrediction(event.prediction)}
      surroundings={{ ...event, marginPercent: store?.marginPercent }}
      storeName={store?.name ?? null}
      kit={origin?.kit ?? null}
      notices={origin?.notices ?? []}
      plan={origin}
      error={save.error}
      lead={
        event.overdue && event.nextStep === "close" && <Notice tone="caution">{t.events.closeOverdue}</Notice>
      }
      action={({ changed, submit }) => (
        <>
          {changed ? (
            <Button
              wide
              busy={save.isPending}
              onClick={() => submit((changes, kept) => save.mutate(changes, { onSuccess: kept }))}
            >
              {t.common.save}
            </Button>
          ) : event.nextStep === "start" ? (
            <Button wide busy={save.isPending} onClick={start}>
              {t.event.start}
            </Button>
          ) : (
            <ButtonLink wide to={`/events/${event.id}/close`}>
              {t.event.close}
            </ButtonLink>
          )}
          {save.isPaused && <p role="status">{t.event.waiting}</p>}
          <Early
            event={event}
            opened={askingEarly}
            busy={save.isPending}
            onStart={save.mutate}
            onClose={() => setAskingEarly(false)}
          />
        </>
      )}
    >
      <Edits event={event} />
      <Cancel event={event} onCancelled={saved} />
    </PlanEditor>
  );
}

type EarlyProps = {
  event: StoreEvent;
  opened: boolean;
  busy: boolean;
  onStart: (patch: EventPatch) => void;
  onClose: () => void;
};

/** Asks before an event starts that was planned for later, and moves its days along. */
function Early({ event, opened, busy, onStart, onClose }: EarlyProps) {
  const t = useText();
  const language = useLanguage();
  const start = today();
  const end = addDays(start, daysBetween(event.startDate, event.endDate));
  return (
    <Sheet title={t.event.earlyTitle} opened={opened} onClose={onClose}>
      <div className={styles.ask}>
        <p>{t.event.earlyLine(spokenDate(event.startDate, language), spokenPeriod(start, end, language))}</p>
        <Button
          wide
          busy={busy}
          onClick={() => onStart({ status: "running", startDate: start, endDate: end })}
        >
          {t.event.earlyDo}
        </Button>
        <Button look="second" wide onClick={onClose}>
          {t.event.earlyKeep}
        </Button>
      </div>
    </Sheet>
  );
}

function Finished({ event }: { event: StoreEvent }) {
  const t = useText();
  const navigate = useNavigate();
  const saved = useSaved();
  const again = useMutation({
    mutationFn: () => duplicateEvent(event.id),
    onSuccess: (copy) => {
      saved(copy);
      say(t.event.duplicated);
      navigate(`/events/${copy.id}`);
    },
  });
  return (
    <div className={styles.finished}>
      {event.performance && <SaidAndCame event={event} performance={event.performance} />}
      <Facts event={event} />
      <Edits event={event} />
      <div className={styles.buttons}>
        {event.status === "closed" && (
          <ButtonLink look="second" icon="edit" to={`/events/${event.id}/close`}>
            {t.event.correct}
          </ButtonLink>
        )}
        <Button look="second" icon="refresh" busy={again.isPending} onClick={() => again.mutate()}>
          {t.event.duplicate}
        </Button>
        {event.recommendationId && event.option && (
          <Link to={`/plans/${event.recommendationId}/${event.option}`} className={styles.origin}>
            {t.event.plan}
          </Link>
        )}
      </div>
      {again.error && <ProblemNotice error={again.error} />}
    </div>
  );
}

/** What was changed, in the words in which it is shown elsewhere. */
function useEditWords() {
  const language = useLanguage();
  const t = useText();
  const money = useMoneyWords();
  return (field: string, value: string | null): string => {
    if (value === null) return field === "winners" ? t.plan.everyone : "-";
    if (field === "cost") return money.exact(Number(value));
    if (field === "winners") return t.common.people(Number(value));
    if (field === "startDate" || field === "endDate") return spokenDate(value, language);
    // "드립백 × 10 152000, 인쇄 74000"
    if (field === "costItems") return value.replace(/\d+(?=, |$)/g, (won) => money.exact(Number(won)));
    return value;
  };
}

function Edits({ event }: { event: StoreEvent }) {
  const t = useText();
  const words = useEditWords();
  const edits = event.edits.filter((edit) => edit.field in t.event.fields);
  if (edits.length === 0) return null;
  return (
    <Disclosure summary={t.event.edits}>
      <ul className={layout.notices}>
        {edits.map((edit) => (
          <li key={`${edit.at} ${edit.field}`}>
            {t.event.editLine(
              t.event.fields[edit.field] ?? edit.field,
              words(edit.field, edit.from),
              words(edit.field, edit.to),
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Cancel({ event, onCancelled }: { event: StoreEvent; onCancelled: (event: StoreEvent) => void }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => patchEvent(event.id, { status: "cancelled" }),
    onSuccess: (after) => {
      setAsking(false);
      say(t.event.cancelled);
      onCancelled(after);
    },
  });
  return (
    <div>
      <Button look="plain" onClick={() => setAsking(true)}>
        {t.event.cancel}
      </Button>
      <Sheet title={t.event.cancelTitle} opened={asking} onClose={() => setAsking(false)}>
        <div className={styles.ask}>
          <p>{t.event.cancelLine}</p>
          {cancel.error && <ProblemNotice error={cancel.error} />}
          <Button look="danger" wide busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t.event.cancelDo}
          </Button>
          <Button look="second" wide onClick={() => setAsking(false)}>
            {t.event.keep}
          </Button>
        </div>
      </Sheet>
    </div>
  );
}
