import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CollectionSource } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { previewQuery, sourcesQuery } from "./api";
import styles from "./CollectionPage.module.css";
import { useCollectionText } from "./text";

/** How current each source is, what it holds, and a look at what it gave. */
export function Sources() {
  const words = useCollectionText();
  const { data } = useQuery(sourcesQuery);
  return (
    <section className={styles.section}>
      <h2>{words.sources}</h2>
      <ul className={styles.cards}>
        {data?.items.map((source) => (
          <Source key={source.source} source={source} />
        ))}
      </ul>
    </section>
  );
}

function Source({ source }: { source: CollectionSource }) {
  const words = useCollectionText();
  const [open, setOpen] = useState(false);
  const notSet = !source.configured && source.freshness === "none";
  const bad = source.freshness === "stale" || source.freshness === "dropped";
  return (
    <li className={styles.card}>
      <div className={styles.workHead}>
        <strong>{source.name}</strong>
        <span className={`${styles.status} ${bad ? styles.caution : ""}`}>
          {notSet ? words.notSet : words.freshness[source.freshness]}
        </span>
      </div>
      {!source.configured && <p className={styles.soft}>{words.missing(source.missing.join(", "))}</p>}
      {source.configured && (
        <p className={styles.soft}>
          {source.ageHours === null ? words.noSuccess : words.lastSuccess(words.ago(source.ageHours))}
        </p>
      )}
      {source.coverage && <p className={`${styles.soft} figures`}>{words.coverage(source.coverage)}</p>}
      {source.problem && <p className={styles.problem}>{source.problem.message}</p>}
      {source.configured && (
        <Button look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.preview}
        </Button>
      )}
      {open && <Preview source={source.source} />}
    </li>
  );
}

function Preview({ source }: { source: string }) {
  const words = useCollectionText();
  const { data } = useQuery(previewQuery(source));
  if (!data) return <Loading rows={1} height={48} />;
  const rows = data.rows as Record<string, string>[];
  const columns = Object.keys(rows[0] ?? {});
  if (rows.length === 0) return <p className={styles.soft}>{words.noPreview}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard, too.
    <section className={styles.scroll} aria-label={words.preview} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {columns.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
