import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { eventQuery, eventsQuery, recommendationQuery, useStores } from "@/api/queries";
import type { EventPatch, Plan, StoreEvent } from "@/api/types";
import { EvidenceList } from "@/components/plan/Evidence";
import { Grounds } from "@/components/plan/Grounds";
import { KitView } from "@/components/plan/KitView";
import { OutlookPanel } from "@/components/plan/OutlookPanel";
import { outlookOfPrediction, useOutlook } from "@/components/plan/outlook";
import { PlanFields } from "@/components/plan/PlanFields";
import layout from "@/components/plan/PlanLayout.module.css";
import PlanSheet from "@/components/plan/PlanSheet";
import { changesOf, flawsOf, isChanged, type PlanDraft } from "@/components/plan/planDraft";
import { RecordLine } from "@/components/plan/RecordLine";
import { ShareButtons } from "@/components/plan/ShareButtons";
import { StickyBar } from "@/components/plan/StickyBar";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { messageFor } from "@/components/ui/Form";
import { Loading } from "@/components/ui/Loading";
import { grouped } from "@/components/ui/MoneyInput";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { say } from "@/components/ui/toast";
import { useLanguage, useText } from "@/i18n";
import { fromNow, spokenPeriod } from "@/lib/dates";
import { useDraft } from "@/lib/draft";
import { parseWon } from "@/lib/money";
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
  return (event: StoreEvent) => {
    client.setQueryData(eventQuery(event.id).queryKey, event);
    client.invalidateQueries({ queryKey: eventsQuery.queryKey });
  };
}

function Open({ event }: { event: StoreEvent }) {
  const t = useText();
  const saved = useSaved();
  const origin = useOrigin(event);
  const { stores } = useStores();
  const original: PlanDraft = {
    title: event.title,
    prize: event.prize,
    participation: event.participation,
    cost: grouped(String(event.cost)),
    startDate: event.startDate,
    endDate: event.endDate,
  };
  const [draft, change, clear] = useDraft<PlanDraft>(`event.${event.id}`, original);
  const store = stores.find((each) => each.id === event.storeId);
  const base = outlookOfPrediction(event.prediction);
  const { outlook, edited, updating, failed } = useOutlook(
    base,
    { ...event, marginPercent: store?.marginPercent },
    draft,
    original,
  );
  const save = useMutation({
    mutationFn: (patch: EventPatch) => patchEvent(event.id, patch),
    onSuccess: (after, patch) => {
      saved(after);
      if (!patch.status) {
        clear();
        say(t.event.saved);
      } else if (patch.status === "running") say(t.event.started);
    },
  });
  const changed = isChanged(draft, original);
  const cost = parseWon(draft.cost);
  const prizeNote = event.winners === null ? t.plan.everyone : t.plan.winners(event.winners);

  function keep() {
    if (Object.keys(flawsOf(draft)).length > 0) {
      document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    save.mutate(changesOf(draft, original));
  }

  return (
    <>
      <div className={`${layout.layout} no-print`}>
        <div className={layout.main}>
          {event.overdue && event.nextStep === "close" && (
            <Notice tone="caution">{t.events.closeOverdue}</Notice>
          )}
          <p className="soft">{t.plan.editLine}</p>
          <PlanFields
            draft={draft}
            change={change}
            trouble={(field) => messageFor(save.error, field)}
            prizeNote={prizeNote}
          />
          {changed && (
            <Button
              look="plain"
              onClick={() => {
                change(original);
                clear();
              }}
            >
              {t.plan.reset}
            </Button>
          )}
        </div>
        <div className={layout.side}>
          <OutlookPanel
            outlook={outlook}
            before={edited ? base : null}
            updating={updating}
            failed={failed}
            marginPercent={store?.marginPercent}
          />
        </div>
        <div className={layout.main}>
          {origin && origin.notices.length > 0 && (
            <Notice tone="caution" title={t.plan.notices}>
              <ul className={layout.notices}>
                {origin.notices.map((notice) => (
                  <li key={notice}>{notice}</li>
                ))}
              </ul>
            </Notice>
          )}
          {origin && <KitView kit={origin.kit} cost={cost} startDate={draft.startDate} />}
          {origin && (
            <Disclosure summary={t.plan.cases}>
              <EvidenceList plan={origin} />
            </Disclosure>
          )}
          <Disclosure summary={t.plan.grounds}>
            <Grounds surroundings={{ ...event, marginPercent: store?.marginPercent }} draft={draft} />
          </Disclosure>
          <Disclosure summary={t.plan.record}>
            <RecordLine />
          </Disclosure>
          <Edits event={event} />
          <ShareButtons title={draft.title} draft={draft} kit={origin?.kit ?? null} />
          {save.error && <ProblemNotice error={save.error} />}
          <Cancel event={event} onCancelled={saved} />
        </div>
        <StickyBar beside outlook={changed ? outlook : null} before={edited ? base : null}>
          {changed ? (
            <Button wide busy={save.isPending} onClick={keep}>
              {t.common.save}
            </Button>
          ) : event.nextStep === "start" ? (
            <Button wide busy={save.isPending} onClick={() => save.mutate({ status: "running" })}>
              {t.event.start}
            </Button>
          ) : (
            <ButtonLink wide to={`/events/${event.id}/close`}>
              {t.event.close}
            </ButtonLink>
          )}
          {save.isPaused && <p role="status">{t.event.waiting}</p>}
        </StickyBar>
      </div>
      <PlanSheet
        {...draft}
        cost={cost}
        storeName={store?.name ?? null}
        prizeNote={prizeNote}
        outlook={outlook}
        kit={origin?.kit ?? null}
      />
    </>
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

function Edits({ event }: { event: StoreEvent }) {
  const t = useText();
  const edits = event.edits.filter((edit) => edit.field in t.event.fields);
  if (edits.length === 0) return null;
  return (
    <Disclosure summary={t.event.edits}>
      <ul className={layout.notices}>
        {edits.map((edit) => (
          <li key={`${edit.at} ${edit.field}`}>
            {t.event.editLine(t.event.fields[edit.field] ?? edit.field, edit.from ?? "-", edit.to ?? "-")}
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
