import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call, send } from "@/api/client";
import { eventsQuery, recordQuery } from "@/api/queries";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { today } from "@/lib/dates";
import { saveFile } from "@/lib/saveFile";
import styles from "./SheetPage.module.css";

type Report = { received: number; recorded: number; rejected: { line: number; reason: string }[] };

/** Closes many events at once: download the sheet, fill it in, hand it back. */
export default function SheetPage() {
  const t = useText();
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const sheet = useMutation({
    mutationFn: async () =>
      saveFile(
        await (await send("/api/events/performance/sheet", { accept: "text/csv" })).blob(),
        `dangol-${today()}.csv`,
      ),
  });
  const upload = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.set("file", chosen);
      return call<Report>("/api/events/performance/import", { method: "POST", form });
    },
    onSuccess: () => {
      client.invalidateQueries({ queryKey: eventsQuery.queryKey });
      client.invalidateQueries({ queryKey: recordQuery.queryKey });
      client.invalidateQueries({ queryKey: ["event"] });
    },
    onSettled: () => {
      // The same file may be chosen again once it is mended.
      if (file.current) file.current.value = "";
    },
  });
  const report = upload.data;
  return (
    <Page title={t.sheet.title} lead={t.sheet.line}>
      <ol className={styles.steps}>
        <li>
          <p>{t.sheet.first}</p>
          <Button look="second" busy={sheet.isPending} onClick={() => sheet.mutate()}>
            {t.sheet.download}
          </Button>
          {sheet.error && <ProblemNotice error={sheet.error} />}
        </li>
        <li>
          <p>{t.sheet.second}</p>
        </li>
        <li>
          <p>{t.sheet.third}</p>
          <Button look="second" busy={upload.isPending} onClick={() => file.current?.click()}>
            {t.sheet.upload}
          </Button>
          <input
            ref={file}
            hidden
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0];
              if (chosen) upload.mutate(chosen);
            }}
          />
        </li>
      </ol>
      {upload.error && <ProblemNotice error={upload.error} />}
      <div role="status">
        {upload.isPending && <p>{t.sheet.reading}</p>}
        {report && (
          <Notice
            tone={report.rejected.length > 0 ? "caution" : "calm"}
            title={t.sheet.done(report.recorded, report.received)}
            action={<ButtonLink to="/events">{t.close.toEvents}</ButtonLink>}
          >
            {report.rejected.length > 0 && (
              <>
                <p>{t.sheet.rejected}</p>
                <ul>
                  {report.rejected.map((line) => (
                    <li key={line.line}>{t.sheet.rejectedLine(line.line, line.reason)}</li>
                  ))}
                </ul>
              </>
            )}
          </Notice>
        )}
      </div>
    </Page>
  );
}
