import type { StoreEvent } from "@/api/types";
import { useLanguage, useText } from "@/i18n";
import { addDays, daysBetween, spokenDate, spokenPeriod, today } from "@/lib/dates";
import styles from "./Timeline.module.css";

/** The weeks around today as a line, with a stroke for each event. */
export function Timeline({ events }: { events: StoreEvent[] }) {
  const t = useText();
  const language = useLanguage();
  const now = today();
  const first = events.reduce((least, event) => (event.startDate < least ? event.startDate : least), now);
  const last = events.reduce(
    (most, event) => (event.endDate > most ? event.endDate : most),
    addDays(now, 21),
  );
  const from = addDays(first < addDays(now, -21) ? addDays(now, -21) : first, -2);
  const to = addDays(last > addDays(now, 90) ? addDays(now, 90) : last, 2);
  const at = (date: string) =>
    Math.min(100, Math.max(0, (daysBetween(from, date) / daysBetween(from, to)) * 100));
  return (
    <section aria-label={t.events.timeline}>
      <h2 className="visually-hidden">{t.events.timeline}</h2>
      <div className={styles.scale} aria-hidden="true">
        <span className={styles.today} style={{ left: `${at(now)}%` }}>
          {t.events.today}
        </span>
      </div>
      <ul className={styles.rows}>
        {events.map((event) => (
          <li key={event.id}>
            <span className={styles.track}>
              <span className={styles.now} style={{ left: `${at(now)}%` }} />
              <span
                className={`${styles.stroke} ${event.status === "running" ? styles.running : ""}`}
                style={{
                  left: `${at(event.startDate)}%`,
                  width: `${at(addDays(event.endDate, 1)) - at(event.startDate)}%`,
                }}
              />
            </span>
            <span className={styles.name}>
              {event.title}
              <span className="visually-hidden">
                , {t.statuses[event.status]}, {spokenPeriod(event.startDate, event.endDate, language)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.ends} aria-hidden="true">
        <span>{spokenDate(from, language)}</span>
        <span>{spokenDate(to, language)}</span>
      </div>
    </section>
  );
}
