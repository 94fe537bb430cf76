import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { ImportResult } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { csvOf } from "@/lib/csv";
import { saveFile } from "@/lib/saveFile";
import { importCases } from "./api";
import styles from "./CasesPage.module.css";
import { useOperatorText } from "./text";

const SHOWN = 20;

export function Import() {
  const words = useOperatorText();
  const client = useQueryClient();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: importCases,
    onSuccess: () => client.invalidateQueries({ queryKey: ["cases"] }),
  });
  return (
    <section className={styles.tool}>
      <h2>{words.import}</h2>
      <p className="soft">{words.importLine}</p>
      <label htmlFor={id}>{words.choose}</label>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        className={styles.file}
        onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
      />
      <Button look="second" busy={upload.isPending} onClick={() => file && upload.mutate(file)}>
        {upload.isPending ? words.sending : words.send}
      </Button>
      {upload.error && <ProblemNotice error={upload.error} />}
      {upload.data && <Result result={upload.data} />}
    </section>
  );
}

function Result({ result }: { result: ImportResult }) {
  const t = useText();
  const words = useOperatorText();
  const { rejected } = result;
  const counts = [
    [words.result.received, result.received],
    [words.result.stored, result.stored],
    [words.result.duplicates, result.duplicates],
    [words.result.outliers, result.outliers],
    [words.result.rejected, rejected.length],
  ] as const;
  return (
    <div className={styles.tool} role="status">
      <dl className={styles.counts}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{t.common.cases(count)}</dd>
          </div>
        ))}
      </dl>
      {rejected.length > 0 && (
        <>
          <ul className={styles.rejected}>
            {rejected.slice(0, SHOWN).map((each) => (
              <li key={each.line}>{words.rejectedLine(each.line, each.reason)}</li>
            ))}
            {rejected.length > SHOWN && <li>{words.rejectedMore(rejected.length - SHOWN)}</li>}
          </ul>
          <Button
            look="plain"
            onClick={() =>
              saveFile(
                csvOf([["line", "reason"], ...rejected.map((each) => [each.line, each.reason])]),
                "refused.csv",
              )
            }
          >
            {words.rejectedDownload}
          </Button>
        </>
      )}
    </div>
  );
}
