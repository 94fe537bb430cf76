import type { Kit } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { say } from "@/components/ui/toast";
import { useLanguage, useText } from "@/i18n";
import { copyText } from "@/lib/copy";
import { addDays, spokenDate, today } from "@/lib/dates";
import styles from "./KitView.module.css";
import type { CostItem } from "./planDraft";
import { useMoneyWords } from "./words";

type Props = { kit: Kit; startDate: string };

/** What makes a plan run tomorrow: three steps with their days, what staff say. */
export function KitView({ kit, startDate }: Props) {
  const t = useText();
  async function copy() {
    say((await copyText(kit.staffScript)) ? t.common.copied : t.common.copyFailed);
  }
  return (
    <>
      {kit.steps.length > 0 && (
        <section className={styles.section}>
          <h2>{t.plan.steps}</h2>
          <Steps kit={kit} startDate={startDate} />
        </section>
      )}
      {kit.staffScript && (
        <section className={styles.section}>
          <h2>{t.plan.script}</h2>
          <blockquote className={styles.script}>{kit.staffScript}</blockquote>
          <Button look="plain" onClick={copy}>
            {t.plan.copyScript}
          </Button>
        </section>
      )}
    </>
  );
}

/** Where the money goes, to read on paper. */
export function CostTable({ items }: { items: readonly CostItem[] }) {
  const t = useText();
  const money = useMoneyWords();
  return (
    <table className={styles.costs}>
      <tbody>
        {items
          .filter((item) => item.amount > 0)
          .map((item) => (
            <tr key={item.name}>
              <th scope="row">{item.name}</th>
              <td className="figures">{money.exact(item.amount)}</td>
            </tr>
          ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.plan.costSum}</th>
          <td className="figures">{money.exact(items.reduce((sum, item) => sum + item.amount, 0))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** What must happen before the start is told by how long before, and by its date unless that has passed. */
export function Steps({ kit, startDate }: { kit: Kit; startDate: string }) {
  const t = useText();
  const language = useLanguage();
  return (
    <ol className={styles.steps}>
      {kit.steps.map((step) => (
        <li key={`${step.day} ${step.text}`}>
          {startDate && (
            <p className={styles.day}>
              {[
                (step.day >= 0 || addDays(startDate, step.day) >= today()) &&
                  spokenDate(addDays(startDate, step.day), language),
                step.day < 0 && t.plan.daysBefore(-step.day),
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
          )}
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  );
}
