import { useQuery } from "@tanstack/react-query";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { addDays } from "@/lib/dates";
import { billQuery, usageQuery } from "./api";
import { Download, PeriodChoice, useView } from "./Controls";
import { Bars, LineChart } from "./charts";
import { spoken } from "./format";
import styles from "./insight.module.css";
import { useInsightText } from "./text";
import type { Bill, UsageRow } from "./types";

/** What everything costs: the month's bill as it will be, and every paid call by day. */
export default function CostPage() {
  const words = useInsightText();
  const view = useView();
  const bill = useQuery(billQuery);
  const usage = useQuery(usageQuery(view.period));
  return (
    <Page title={words.cost} width="wide">
      {bill.isPending && <Loading rows={2} height={120} />}
      {bill.error && <ProblemNotice error={bill.error} onRetry={() => bill.refetch()} />}
      {bill.data && <MonthPart bill={bill.data} />}
      <section className={styles.group}>
        <div className={styles.detailHead}>
          <h2>{words.usage}</h2>
          <Download path="/api/ops/usage" query={{ by: "day", ...view.period }} name="usage.csv" />
        </div>
        <PeriodChoice view={view} />
        {usage.error && <ProblemNotice error={usage.error} onRetry={() => usage.refetch()} />}
        {usage.data &&
          (usage.data.items.length === 0 ? (
            <p className="soft">{words.noUsage}</p>
          ) : (
            <UsageTable rows={usage.data.items} />
          ))}
      </section>
    </Page>
  );
}

function MonthPart({ bill }: { bill: Bill }) {
  const words = useInsightText();
  const first = `${bill.month}-01`;
  const [year = 0, month = 1] = bill.month.split("-").map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const days = Array.from({ length }, (_, i) => addDays(first, i));
  let sum = 0;
  const soFar = days.map((_, i) => {
    const day = bill.days[i];
    if (day === undefined) return null;
    sum += day;
    return sum;
  });
  const known = bill.days.length;
  const expected = days.map((_, i) =>
    i < known - 1
      ? null
      : bill.spent + ((bill.expected - bill.spent) * (i - known + 1)) / Math.max(1, length - known),
  );
  const won = (value: number) => spoken(value, "krw", words);
  const target = bill.budget === null ? null : { bound: bill.budget, side: "atMost" as const };
  return (
    <section className={styles.group}>
      <h2>{words.month(bill.month)}</h2>
      <dl className={styles.sums}>
        <div className={styles.mainSum}>
          <dt>{words.total}</dt>
          <dd className="figures">{won(bill.total)}</dd>
        </div>
        <div>
          <dt>{words.spent}</dt>
          <dd className="figures">{won(bill.spent)}</dd>
        </div>
        <div>
          <dt>{words.today}</dt>
          <dd className="figures">{won(bill.today)}</dd>
        </div>
        <div>
          <dt>{words.perRecommendation}</dt>
          <dd className="figures">{spoken(bill.perRecommendation, "krw", words)}</dd>
        </div>
        <div>
          <dt>{words.budget}</dt>
          <dd className="figures">{bill.budget === null ? words.noBudget : won(bill.budget)}</dd>
        </div>
        <div>
          <dt>{words.saved}</dt>
          <dd className="figures">{won(bill.savedByCache)}</dd>
        </div>
      </dl>
      <div className={styles.halves}>
        <div className={styles.card}>
          <h3>{words.cumulative}</h3>
          <LineChart
            days={days}
            values={soFar}
            expected={expected}
            target={target}
            targetLabel={words.budget}
            label={words.cumulative}
            spoken={won}
          />
          <p className="soft">{words.forecastHow}</p>
        </div>
        <div className={styles.card}>
          <h3>{words.total}</h3>
          <Bars
            bars={[
              { key: "calls", label: words.expected, value: bill.expected, text: won(bill.expected) },
              ...bill.fixedCosts.map((cost) => ({
                key: cost.name,
                label: cost.name,
                value: cost.krw,
                text: won(cost.krw),
              })),
            ]}
          />
          {bill.fixedCosts.length === 0 && <p className="soft">{words.noFixed}</p>}
        </div>
      </div>
    </section>
  );
}

function UsageTable({ rows }: { rows: UsageRow[] }) {
  const words = useInsightText();
  const columns = words.usageColumns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard, too.
    <section className={styles.scroll} aria-label={words.usage} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {Object.entries(columns).map(([key, label]) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr key={`${row.period}${row.service}${row.task}${row.model}`}>
              <td className="figures">{row.period}</td>
              <td>{row.service}</td>
              <td>{row.model}</td>
              <td>{row.task}</td>
              <td className="figures">{words.count(row.calls)}</td>
              <td className="figures">{words.count(row.completed)}</td>
              <td className="figures">
                {`${words.count(row.inputTokens + row.cacheReadTokens + row.cacheWriteTokens)} / ${words.count(row.outputTokens)}`}
              </td>
              <td className="figures">{words.won(row.costKrw)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
