import type { Kit } from "@/api/types";
import { useLanguage, useText } from "@/i18n";
import { spokenDate, spokenPeriod, today } from "@/lib/dates";
import { scaleOf } from "@/lib/scale";
import { CostTable, Steps } from "./KitView";
import type { Outlook } from "./outlook";
import styles from "./PlanSheet.module.css";
import type { CostItem } from "./planDraft";
import { RangeBar } from "./RangeBar";
import { useMoneyWords } from "./words";

type Props = {
  storeName: string | null;
  title: string;
  prize: string;
  winners: string;
  participation: string;
  startDate: string;
  endDate: string;
  items: readonly CostItem[];
  outlook: Outlook;
  kit: Kit | null;
};

/** The plan on one sheet of paper for the wall behind the counter. Seen only in print. */
export default function PlanSheet(props: Props) {
  const t = useText();
  const language = useLanguage();
  const money = useMoneyWords();
  const { kit, outlook } = props;
  return (
    <article className={styles.sheet} aria-hidden="true">
      <header className={styles.header}>
        <p>{props.storeName ?? t.appName}</p>
        <p>{props.startDate && props.endDate && spokenPeriod(props.startDate, props.endDate, language)}</p>
      </header>
      <p className={styles.title}>{props.title}</p>
      <dl className={styles.words}>
        <dt>{t.plans.prize}</dt>
        <dd>
          {props.prize}, {props.winners.trim() ? t.plan.winners(props.winners.trim()) : t.plan.everyone}
        </dd>
        <dt>{t.plans.participation}</dt>
        <dd>{props.participation}</dd>
        <dt>{t.plans.participants}</dt>
        <dd>
          {t.common.peopleRange(outlook.participants.low, outlook.participants.high)}
          <div className={styles.bar}>
            <RangeBar {...outlook.participants} scale={scaleOf([outlook.participants.high * 1.1])} label="" />
          </div>
          {money.returns(outlook.roi.expected)}
        </dd>
      </dl>
      <div className={styles.columns}>
        {kit && (
          <section>
            <h2>{t.plan.steps}</h2>
            <Steps kit={kit} startDate={props.startDate} />
          </section>
        )}
        {props.items.length > 0 && (
          <section>
            <h2>{t.plan.costItems}</h2>
            <CostTable items={props.items} />
          </section>
        )}
      </div>
      {kit?.staffScript && (
        <section className={styles.script}>
          <h2>{t.plan.sheetStaff}</h2>
          <p>{kit.staffScript}</p>
        </section>
      )}
      <section className={styles.tally}>
        <h2>{t.plan.sheetCount}</h2>
        <div className={styles.boxes}>
          {Array.from({ length: 10 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty boxes on paper.
            <i key={index} />
          ))}
        </div>
      </section>
      <footer className={styles.footer}>{t.plan.sheetMade(spokenDate(today(), language))}</footer>
    </article>
  );
}
