import { type ReactNode, useId } from "react";
import type { Plan } from "@/api/types";
import { Icon } from "@/components/ui/Icon";
import { useText } from "@/i18n";
import type { Scale } from "@/lib/scale";
import styles from "./PlanCard.module.css";
import { RangeBar } from "./RangeBar";
import { Risk } from "./Risk";
import { Money, participantsOf, useMoneyWords } from "./words";

type Props = {
  plan: Plan;
  /** Shared by cards that stand together, so that their bars can be compared. */
  scale: Scale;
  chosen?: boolean;
  evidence?: ReactNode;
  actions?: ReactNode;
};

/** One plan at a glance: what it is, who will come, what it costs, what it brings, how sure we are. */
export function PlanCard({ plan, scale, chosen, evidence, actions }: Props) {
  const t = useText();
  const money = useMoneyWords();
  const heading = useId();
  const people = participantsOf(plan);
  return (
    <article className={`${styles.card} ${chosen ? styles.chosen : ""}`} aria-labelledby={heading}>
      <p className={styles.kind}>
        <Icon name={plan.type === "online" ? "phone" : "store"} size={18} />
        {t.channels[plan.type]}
        {chosen && (
          <span className={styles.mark}>
            <Icon name="check" size={18} />
            {t.plans.chosen}
          </span>
        )}
      </p>
      <h3 id={heading} className={styles.title}>
        {plan.title}
      </h3>
      <dl className={styles.words}>
        <div>
          <dt>
            <Icon name="gift" size={20} />
            <span className="visually-hidden">{t.plans.prize}</span>
          </dt>
          <dd>{plan.prize}</dd>
        </div>
        <div>
          <dt>
            <Icon name="hand" size={20} />
            <span className="visually-hidden">{t.plans.participation}</span>
          </dt>
          <dd className={styles.participation}>{plan.participation}</dd>
        </div>
      </dl>
      <div className={styles.people}>
        <p className={styles.peopleLine}>
          <span className="soft">{t.plans.participants}</span>
          <strong className="figures">{t.common.peopleRange(people.low, people.high)}</strong>
        </p>
        <RangeBar
          {...people}
          scale={scale}
          label={t.plans.rangeOf(
            t.common.people(people.expected),
            t.common.peopleRange(people.low, people.high),
          )}
        />
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t.plans.cost}</dt>
          <dd>
            <Money won={plan.cost} />
          </dd>
        </div>
        <div>
          <dt>{t.plans.lossRisk}</dt>
          <dd>
            <Risk risk={plan.forecast.lossRisk} />
          </dd>
        </div>
      </dl>
      <p className={styles.returns}>{money.returns(plan.roi)}</p>
      {evidence}
      {actions && <div className={styles.actions}>{actions}</div>}
    </article>
  );
}
