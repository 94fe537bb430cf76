import { useState } from "react";
import type { TrendKey, TrendSources, Trends } from "@/api/types";
import { Icon, type IconName } from "@/components/ui/Icon";
import { Line } from "@/components/ui/Loading";
import { useLanguage, useText } from "@/i18n";
import { spokenDate } from "@/lib/dates";
import styles from "./TrendLines.module.css";

const KEYS: readonly { key: TrendKey; icon: IconName }[] = [
  { key: "industry", icon: "trend" },
  { key: "location", icon: "pin" },
  { key: "season", icon: "calendar" },
];

/** Three lines on trade, area and season; a tap shows the source, and on a phone the rest of the line. */
export function TrendLines({ trends, sources }: { trends: Trends | null; sources: TrendSources | null }) {
  const t = useText();
  return (
    <section className={styles.trends} aria-label={t.plans.trends} aria-live="polite">
      {KEYS.map(({ key, icon }) => (
        <div key={key} className={styles.trend}>
          <Statement name={t.plans.trendKeys[key]} icon={icon} text={trends?.[key]} source={sources?.[key]} />
        </div>
      ))}
    </section>
  );
}

type StatementProps = {
  name: string;
  icon: IconName;
  text?: string;
  source?: { source: string; asOf: string };
};

function Statement({ name, icon, text, source }: StatementProps) {
  const t = useText();
  const language = useLanguage();
  const [shown, setShown] = useState(false);
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.key}>
          <Icon name={icon} size={20} />
          {name}
        </h2>
        {source && (
          <button
            type="button"
            className={styles.source}
            aria-expanded={shown}
            aria-label={`${name} ${t.plans.more}, ${t.plans.source}`}
            onClick={() => setShown(!shown)}
          >
            {shown ? t.plans.less : t.plans.more}
          </button>
        )}
      </div>
      {text ? (
        <p className={shown ? "" : styles.brief}>{text}</p>
      ) : (
        <div>
          <Line />
          <Line width="70%" />
        </div>
      )}
      {shown && source && (
        <p className="soft">{t.plans.sourceOf(source.source, spokenDate(source.asOf, language))}</p>
      )}
    </>
  );
}
