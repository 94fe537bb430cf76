import { useQuery } from "@tanstack/react-query";
import { quotasQuery } from "./api";
import styles from "./CollectionPage.module.css";
import { useCollectionText } from "./text";

/** How much of what each provider allows is spent. */
export function Quotas() {
  const words = useCollectionText();
  const { data } = useQuery(quotasQuery);
  return (
    <section className={styles.section}>
      <h2>{words.quotas}</h2>
      <ul className={styles.quotas}>
        {data?.items.map((quota) => {
          const name = `${words.providers[quota.source] ?? quota.source} · ${words.windows[quota.window]}`;
          return (
            <li key={`${quota.source} ${quota.window}`}>
              <div className={styles.workHead}>
                <span>{name}</span>
                <span className="figures">{words.quotaOf(quota.used, quota.limit)}</span>
              </div>
              <meter className={styles.meter} aria-label={name} value={quota.used} max={quota.limit} />
              {quota.exhausted && <p className={styles.problem}>{words.exhausted}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
