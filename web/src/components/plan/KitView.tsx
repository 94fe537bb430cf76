import type { Kit } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { say } from "@/components/ui/toast";
import { useLanguage, useText } from "@/i18n";
import { copyText } from "@/lib/copy";
import { addDays, spokenDate } from "@/lib/dates";
import { splitInProportion } from "@/lib/money";
import styles from "./KitView.module.css";
import { useMoneyWords } from "./words";

type Props = { kit: Kit; cost: number | null; startDate: string };

/** What makes a plan run tomorrow: where the money goes, three steps with their days, what staff say. */
export function KitView({ kit, cost, startDate }: Props) {
  const t = useText();
  async function copy() {
    say((await copyText(kit.staffScript)) ? t.common.copied : t.common.copyFailed);
  }
  return (
    <>
      {kit.costItems.length > 0 && (
        <section className={styles.section}>
          <h2>{t.plan.costItems}</h2>
          <CostTable kit={kit} cost={cost} />
        </section>
      )}
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

export function CostTable({ kit, cost }: { kit: Kit; cost: number | null }) {
  const t = useText();
  const money = useMoneyWords();
  const planned = kit.costItems.reduce((sum, item) => sum + item.amount, 0);
  const total = cost && cost > 0 ? cost : planned;
  return (
    <>
      <table className={styles.costs}>
        <caption className="visually-hidden">{t.plan.costItems}</caption>
        <tbody>
          {splitInProportion(kit.costItems, total).map((item) => (
            <tr key={item.name}>
              <th scope="row">{item.name}</th>
              <td className="figures">{money.exact(item.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.plan.costSum}</th>
            <td className="figures">{money.exact(total)}</td>
          </tr>
        </tfoot>
      </table>
      {total !== planned && <p className="soft">{t.plan.costScaled}</p>}
    </>
  );
}

/** What must happen before the start is told by how long before: its date may have passed already. */
export function Steps({ kit, startDate }: { kit: Kit; startDate: string }) {
  const t = useText();
  const language = useLanguage();
  return (
    <ol className={styles.steps}>
      {kit.steps.map((step) => (
        <li key={`${step.day} ${step.text}`}>
          {startDate && (
            <p className={styles.day}>
              {step.day < 0
                ? t.plan.daysBefore(-step.day)
                : spokenDate(addDays(startDate, step.day), language)}
            </p>
          )}
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  );
}
