import type { TrendKey, TrendSources, Trends } from "@/api/types";
import { Disclosure } from "@/components/ui/Disclosure";
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

/** Three lines on trade, area and season, each with its source behind a tap. */
export function TrendLines({ trends, sources }: { trends: Trends | null; sources: TrendSources | null }) {
  const t = useText();
  const language = useLanguage();
  return (
    <section className={styles.trends} aria-label={t.plans.trends} aria-live="polite">
      <h2 className="visually-hidden">{t.plans.trends}</h2>
      {KEYS.map(({ key, icon }) => {
        const source = sources?.[key];
        return (
          <div key={key} className={styles.trend}>
            <p className={styles.key}>
              <Icon name={icon} size={20} />
              {t.plans.trendKeys[key]}
            </p>
            {trends ? (
              <div>
                <p>{trends[key]}</p>
                {source && (
                  <Disclosure look="inline" summary={t.plans.source}>
                    <span className="soft">
                      {t.plans.sourceOf(source.source, spokenDate(source.asOf, language))}
                    </span>
                  </Disclosure>
                )}
              </div>
            ) : (
              <div className={styles.coming}>
                <Line />
                <Line width="70%" />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
