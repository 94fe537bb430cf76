import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { eventsQuery } from "@/api/queries";
import type { StoreEvent } from "@/api/types";
import { RangeBar } from "@/components/plan/RangeBar";
import { ButtonLink } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { Empty } from "@/components/ui/Empty";
import { Icon } from "@/components/ui/Icon";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useLanguage, useText } from "@/i18n";
import { fromNow, spokenPeriod, today } from "@/lib/dates";
import { scaleOf } from "@/lib/scale";
import styles from "./EventsPage.module.css";
import { Timeline } from "./Timeline";

export default function EventsPage() {
  const t = useText();
  const query = useQuery(eventsQuery);
  const events = query.data ?? [];
  const byStart = [...events].sort((a, b) => a.startDate.localeCompare(b.startDate));
  const todo = byStart.filter(isDue);
  const running = byStart.filter((event) => event.status === "running" && !isDue(event));
  const upcoming = byStart.filter((event) => event.status === "draft" && !isDue(event));
  const past = byStart.filter((event) => event.status === "closed").reverse();
  const cancelled = byStart.filter((event) => event.status === "cancelled").reverse();
  return (
    <Page
      title={t.events.title}
      aside={
        events.length > 0 && (
          <>
            <ButtonLink look="plain" to="/results">
              {t.events.results}
            </ButtonLink>
            {running.length + todo.length > 1 && (
              <ButtonLink look="plain" to="/events/sheet">
                {t.events.sheet}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      {query.isPending && <Loading />}
      {query.error && !query.data && <ProblemNotice error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && events.length === 0 && (
        <Empty
          title={t.events.none}
          line={t.events.noneLine}
          action={<ButtonLink to="/new">{t.events.make}</ButtonLink>}
        />
      )}
      <div className={styles.groups}>
        <Group title={t.events.todo} events={todo} render={(event) => <Todo event={event} />} />
        {running.length + upcoming.length + todo.length > 0 && (
          <Timeline events={[...todo, ...running, ...upcoming]} />
        )}
        <Group title={t.events.running} events={running} render={(event) => <Row event={event} />} />
        <Group title={t.events.upcoming} events={upcoming} render={(event) => <Row event={event} />} />
        <Past events={past} />
        {cancelled.length > 0 && (
          <Disclosure summary={t.events.cancelled}>
            {cancelled.map((event) => (
              <Row key={event.id} event={event} />
            ))}
          </Disclosure>
        )}
      </div>
    </Page>
  );
}

const isDue = (event: StoreEvent): boolean =>
  event.nextStep !== null && (event.overdue || (event.nextStep === "start" && event.startDate <= today()));

type GroupProps = { title: string; events: StoreEvent[]; render: (event: StoreEvent) => React.ReactNode };

function Group({ title, events, render }: GroupProps) {
  if (events.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {events.map((event) => (
          <li key={event.id}>{render(event)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What waits for the owner, with the one button that does it. */
function Todo({ event }: { event: StoreEvent }) {
  const t = useText();
  const language = useLanguage();
  const closing = event.nextStep === "close";
  return (
    <div className={`${styles.row} ${styles.todo}`}>
      <Link to={`/events/${event.id}`} className={styles.title}>
        {event.title}
      </Link>
      <p className="soft">
        {closing
          ? t.events.closeOverdue
          : event.startDate < today()
            ? t.events.startOverdue
            : t.events.startTodo(fromNow(event.startDate, language))}
      </p>
      <ButtonLink to={closing ? `/events/${event.id}/close` : `/events/${event.id}`}>
        {closing ? t.events.close : t.events.start}
      </ButtonLink>
    </div>
  );
}

function Row({ event }: { event: StoreEvent }) {
  const t = useText();
  const language = useLanguage();
  return (
    <Link to={`/events/${event.id}`} className={`${styles.row} ${styles.link}`}>
      <span className={styles.words}>
        <span className={styles.title}>{event.title}</span>
        <span className="soft">{spokenPeriod(event.startDate, event.endDate, language)}</span>
        {event.status === "running" && <span>{t.events.runningUntil(fromNow(event.endDate, language))}</span>}
        {event.status === "draft" && <span>{t.events.startTodo(fromNow(event.startDate, language))}</span>}
      </span>
      <Icon name="right" />
    </Link>
  );
}

/** What we had said and what came, for all closed events on one scale. */
function Past({ events }: { events: StoreEvent[] }) {
  const t = useText();
  const measured = events.filter((event) => event.performance);
  const hits = measured.filter((event) => event.performance?.participantsWithinRange).length;
  const scale = scaleOf(
    measured.flatMap((event) => [event.prediction.participants.high, event.performance?.participants ?? 0]),
  );
  if (events.length === 0) return null;
  return (
    <section>
      <h2>{t.events.past}</h2>
      {measured.length > 0 && <p className={styles.record}>{t.events.record(hits, measured.length)}</p>}
      <ul className={styles.list}>
        {events.map((event) => {
          const { participants } = event.prediction;
          const actual = event.performance?.participants;
          const words = t.events.predictedActual(
            t.common.peopleRange(participants.low, participants.high),
            actual === undefined ? "-" : t.common.people(actual),
          );
          return (
            <li key={event.id}>
              <Link to={`/events/${event.id}`} className={`${styles.row} ${styles.past}`}>
                <span className={styles.title}>{event.title}</span>
                <RangeBar {...participants} actual={actual} scale={scale} label={words} />
                <span className="soft figures" aria-hidden="true">
                  {words}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
