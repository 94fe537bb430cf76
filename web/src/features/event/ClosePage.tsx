import { TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { eventQuery, eventsQuery, keepEvent, recordQuery } from "@/api/queries";
import type { MeasuredBy, OutletResult, PerformanceInput, StoreEvent } from "@/api/types";
import { StickyBar } from "@/components/plan/StickyBar";
import { useMoneyWords } from "@/components/plan/words";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Choices } from "@/components/ui/Choices";
import { Disclosure } from "@/components/ui/Disclosure";
import { Form, messageFor } from "@/components/ui/Form";
import { Loading } from "@/components/ui/Loading";
import { grouped, MoneyInput } from "@/components/ui/MoneyInput";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { useDraft } from "@/lib/draft";
import { parseWon } from "@/lib/money";
import { recordPerformance } from "./api";
import styles from "./ClosePage.module.css";
import { SaidAndCame } from "./SaidAndCame";

export default function ClosePage() {
  const t = useText();
  const { id = "" } = useParams();
  const query = useQuery(eventQuery(id));
  const [done, setDone] = useState<"closed" | "corrected" | null>(null);
  const event = query.data;
  if (!event) {
    return (
      <Page title={t.close.title}>
        {query.error ? <ProblemNotice error={query.error} onRetry={() => query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  if (event.status === "cancelled") {
    return (
      <Page title={event.title}>
        <Notice tone="caution" title={t.close.notPossible} />
      </Page>
    );
  }
  if (done && event.performance) {
    return (
      <Page
        key="done"
        title={done === "closed" ? t.close.doneTitle : t.close.correctedTitle}
        lead={event.title}
      >
        <SaidAndCame event={event} performance={event.performance} />
        <StickyBar>
          <ButtonLink wide to="/new">
            {t.close.again}
          </ButtonLink>
          <ButtonLink wide look="second" to="/events">
            {t.close.toEvents}
          </ButtonLink>
        </StickyBar>
      </Page>
    );
  }
  return (
    <Page key="form" title={t.close.title} lead={<Link to={`/events/${event.id}`}>{event.title}</Link>}>
      <CloseForm key={event.id} event={event} onDone={setDone} />
    </Page>
  );
}

type Draft = {
  participants: string;
  cost: string;
  revenue: string;
  measuredBy: MeasuredBy;
  outlets: Record<string, { people: string; cost: string }>;
};

const FAR = 4;
const OUTLETS = ["instagram", "naver", "kakao", "poster", "other"] as const;
const fields = ["participants", "cost", "revenue", "roi", "measuredBy", "channels"] as const;

/** A count on the number pad; people write it with commas, too. */
const countOf = (text: string): number | null => {
  const digits = text.replace(/[,\s명]/g, "");
  return /^\d{1,7}$/.test(digits) ? Number(digits) : null;
};

function initialDraft(event: StoreEvent): Draft {
  const { performance } = event;
  return {
    participants: performance ? grouped(String(performance.participants)) : "",
    // Most events cost what was planned: one field less to type.
    cost: grouped(String(performance?.cost ?? event.cost)),
    revenue: performance?.revenue != null ? grouped(String(performance.revenue)) : "",
    measuredBy: performance?.measuredBy ?? "count",
    outlets: Object.fromEntries(
      (performance?.channels ?? []).map((outlet) => [
        outlet.channel,
        { people: grouped(String(outlet.participants)), cost: grouped(String(outlet.cost)) },
      ]),
    ),
  };
}

function CloseForm({ event, onDone }: { event: StoreEvent; onDone: (how: "closed" | "corrected") => void }) {
  const t = useText();
  const money = useMoneyWords();
  const client = useQueryClient();
  const [draft, change, clear] = useDraft<Draft>(`close.${event.id}`, initialDraft(event));
  const [tried, setTried] = useState(false);
  const participants = countOf(draft.participants);
  const cost = parseWon(draft.cost);
  const revenue = parseWon(draft.revenue);
  const correcting = event.performance !== null;

  const close = useMutation({
    mutationFn: (input: PerformanceInput) => recordPerformance(event.id, input),
    onSuccess: async () => {
      clear();
      const measured = await client.fetchQuery({ ...eventQuery(event.id), staleTime: 0 }).catch(() => null);
      if (measured) {
        keepEvent(client, measured);
      } else {
        client.invalidateQueries({ queryKey: eventQuery(event.id).queryKey });
        client.invalidateQueries({ queryKey: eventsQuery.queryKey });
      }
      client.invalidateQueries({ queryKey: recordQuery.queryKey });
      onDone(correcting ? "corrected" : "closed");
    },
  });

  const outletTrouble = messageFor(close.error, "channels");

  function submit() {
    setTried(true);
    if (participants === null || !cost || revenue === null) return;
    const channels = outletsOf(draft);
    close.mutate({
      participants,
      cost,
      revenue,
      measuredBy: draft.measuredBy,
      ...(channels.length && { channels }),
    });
  }

  // An extra zero would move all our forecasts for this shop: rather ask once.
  const { low, high } = event.prediction.participants;
  const farOff = participants !== null && participants > high * FAR;
  const missing = (value: number | null) => (tried && value === null ? t.close.number : undefined);
  return (
    <Form label={t.close.title} error={close.error} fields={fields} onSubmit={submit}>
      <p className="soft">{t.close.line}</p>
      <TextInput
        label={t.close.participants}
        description={farOff && t.close.farOff(t.common.peopleRange(low, high))}
        inputWrapperOrder={["label", "input", "description", "error"]}
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        value={draft.participants}
        onChange={(typed) => change({ participants: grouped(typed.currentTarget.value) })}
        error={missing(participants) ?? messageFor(close.error, "participants")}
      />
      <MoneyInput
        label={t.close.cost}
        description={t.close.planned(money.spoken(event.cost))}
        value={draft.cost}
        onChange={(text) => change({ cost: text })}
        error={missing(cost || null) ?? messageFor(close.error, "cost")}
      />
      <MoneyInput
        label={t.close.revenue}
        description={t.close.revenueHint}
        value={draft.revenue}
        onChange={(text) => change({ revenue: text })}
        error={missing(revenue) ?? messageFor(close.error, "revenue") ?? messageFor(close.error, "roi")}
      />
      <Choices<MeasuredBy>
        label={t.close.measured}
        choices={(["count", "till", "guess"] as const).map((value) => ({
          value,
          label: t.measures[value].label,
        }))}
        value={draft.measuredBy}
        onChange={(measuredBy) => change({ measuredBy })}
      />
      <Disclosure
        summary={t.close.channels}
        open={Object.keys(draft.outlets).length > 0 || outletTrouble !== undefined}
      >
        <Outlets draft={draft} change={change} />
        {outletTrouble && (
          <p className={styles.trouble} role="alert">
            {outletTrouble}
          </p>
        )}
      </Disclosure>
      <StickyBar>
        <Button type="submit" wide busy={close.isPending}>
          {correcting ? t.close.correct : t.close.submit}
        </Button>
        {close.isPaused && <p role="status">{t.event.waiting}</p>}
      </StickyBar>
    </Form>
  );
}

function Outlets({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const t = useText();
  const set = (channel: string, patch: Partial<{ people: string; cost: string }>) => {
    const before = draft.outlets[channel] ?? { people: "", cost: "" };
    change({ outlets: { ...draft.outlets, [channel]: { ...before, ...patch } } });
  };
  return (
    <div className={styles.outlets}>
      {OUTLETS.map((channel) => (
        <fieldset key={channel} className={styles.outlet}>
          <legend>{t.close.channelNames[channel]}</legend>
          <TextInput
            label={t.close.channelPeople}
            inputMode="numeric"
            maxLength={9}
            value={draft.outlets[channel]?.people ?? ""}
            onChange={(event) => set(channel, { people: grouped(event.currentTarget.value) })}
          />
          <MoneyInput
            label={t.close.channelCost}
            value={draft.outlets[channel]?.cost ?? ""}
            onChange={(cost) => set(channel, { cost })}
          />
        </fieldset>
      ))}
    </div>
  );
}

function outletsOf(draft: Draft): OutletResult[] {
  return Object.entries(draft.outlets).flatMap(([channel, typed]) => {
    const people = countOf(typed.people);
    const cost = parseWon(typed.cost);
    return people === null && cost === null ? [] : [{ channel, participants: people ?? 0, cost: cost ?? 0 }];
  });
}
