import { Disclosure } from "@/components/ui/Disclosure";
import { useText } from "@/i18n";
import { scaleOf } from "@/lib/scale";
import styles from "./OutlookPanel.module.css";
import type { Outlook } from "./outlook";
import { RangeBar } from "./RangeBar";
import { Risk } from "./Risk";
import { Money, useMoneyWords } from "./words";

type Props = {
  outlook: Outlook;
  /** The forecast before the edit, where there was one. */
  before?: Outlook | null;
  updating?: boolean;
  failed?: boolean;
  marginPercent?: number;
  /** What really came, where it is known. */
  actualParticipants?: number;
  title?: string;
};

/** The forecast with everything an owner may ask of it; after an edit also what the edit changed. */
export function OutlookPanel({
  outlook,
  before,
  updating,
  failed,
  marginPercent,
  actualParticipants,
  title,
}: Props) {
  const t = useText();
  const money = useMoneyWords();
  const { participants, roi, prospects } = outlook;
  const scale = scaleOf([
    participants.high * 1.1,
    (before?.participants.high ?? 0) * 1.1,
    actualParticipants ?? 0,
  ]);
  const range = t.common.peopleRange(participants.low, participants.high);
  const wide = participants.high > participants.low * 3 || outlook.cases < 10;
  return (
    <section className={styles.panel} aria-label={title ?? t.plan.forecast}>
      <div className={styles.head}>
        <h2>{title ?? t.plan.forecast}</h2>
        <p role="status" className="soft">
          {updating ? t.plan.updating : failed ? t.plan.forecastFailed : ""}
        </p>
      </div>
      <div>
        <p className={styles.line}>
          <span className="soft">{t.plans.participants}</span>
          <strong className="figures">{range}</strong>
        </p>
        <RangeBar
          {...participants}
          before={before?.participants}
          actual={actualParticipants}
          scale={scale}
          label={t.plans.rangeOf(t.common.people(participants.expected), range)}
        />
        {before && <Difference outlook={outlook} before={before} />}
        {wide && <p className="soft">{t.plans.fewCases}</p>}
      </div>
      <p className={styles.returns}>{money.returns(roi.expected)}</p>
      {prospects && (
        <dl className={styles.facts}>
          <div>
            <dt>{t.plans.profit}</dt>
            <dd>
              <Money won={prospects.profit} />
            </dd>
          </div>
          <div>
            <dt>{t.plans.lossRisk}</dt>
            <dd>
              <Risk risk={prospects.lossRisk} />
            </dd>
          </div>
        </dl>
      )}
      <Disclosure look="inline" summary={t.plan.basis}>
        <div className={styles.basis}>
          <p>{outlook.basis}</p>
          <p>{t.plans.similar(outlook.cases)}</p>
          {prospects && <p>{t.plans.breakEven(t.common.people(prospects.breakEvenParticipants))}</p>}
          {prospects && marginPercent !== undefined && <p>{t.plans.profitAt(marginPercent)}</p>}
          <p className="soft">{t.plans.roiExplained(roi.expected, roi.low, roi.high)}</p>
        </div>
      </Disclosure>
    </section>
  );
}

function Difference({ outlook, before }: { outlook: Outlook; before: Outlook }) {
  const t = useText();
  const people = outlook.participants.expected - before.participants.expected;
  const words =
    people === 0
      ? t.plan.unchanged
      : people > 0
        ? t.plan.more(t.common.people(people))
        : t.plan.less(t.common.people(-people));
  return (
    <p className={styles.difference}>
      {words}{" "}
      <span className="soft">
        {people !== 0 &&
          t.plan.before(t.common.peopleRange(before.participants.low, before.participants.high))}
      </span>
    </p>
  );
}
