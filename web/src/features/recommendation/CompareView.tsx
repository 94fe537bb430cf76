import { useState } from "react";
import { Link } from "react-router";
import type { Plan, SlotId } from "@/api/types";
import { RangeBar } from "@/components/plan/RangeBar";
import { Risk } from "@/components/plan/Risk";
import { participantsOf, roiOf, useMoneyWords } from "@/components/plan/words";
import { Choices } from "@/components/ui/Choices";
import { useText } from "@/i18n";
import { extraSales } from "@/lib/money";
import { scaleOf } from "@/lib/scale";
import styles from "./CompareView.module.css";

type SortKey = "participants" | "roi" | "cost" | "profit";

const sorters: Record<SortKey, (a: Plan, b: Plan) => number> = {
  participants: (a, b) => b.expectedParticipants - a.expectedParticipants,
  roi: (a, b) => b.roi - a.roi,
  cost: (a, b) => a.cost - b.cost,
  profit: (a, b) => b.forecast.profit - a.forecast.profit,
};

/** All six on two axes: people, and what money brings. Ranges are drawn, the order is the owner's. */
export default function CompareView({
  id,
  plans,
  chosen,
}: {
  id: string;
  plans: Plan[];
  chosen: SlotId | null;
}) {
  const t = useText();
  const money = useMoneyWords();
  const [sort, setSort] = useState<SortKey>("participants");
  const sorted = [...plans].sort(sorters[sort]);
  const people = scaleOf(plans.map((plan) => plan.forecast.participants.high));
  const sales = scaleOf(plans.map((plan) => extraSales(plan.forecast.roi.high)));
  return (
    <div className={styles.compare}>
      <Choices<SortKey>
        label={t.plans.sortBy}
        choices={(Object.keys(sorters) as SortKey[]).map((value) => ({ value, label: t.plans.sorts[value] }))}
        value={sort}
        onChange={setSort}
      />
      <ol className={styles.rows}>
        {sorted.map((plan) => {
          const crowd = participantsOf(plan);
          const roi = roiOf(plan);
          const returns = {
            low: extraSales(roi.low),
            expected: extraSales(roi.expected),
            high: extraSales(roi.high),
          };
          return (
            <li key={plan.id} className={`${styles.row} ${chosen === plan.id ? styles.chosen : ""}`}>
              <div className={styles.what}>
                <p className="soft">
                  {t.budgets[plan.budget].label}, {t.channels[plan.type]}
                  {chosen === plan.id && `, ${t.plans.chosen}`}
                </p>
                <h3>
                  <Link to={`/plans/${id}/${plan.id}`}>{plan.title}</Link>
                </h3>
                <p className={styles.facts}>
                  <span className="figures">{money.spoken(plan.cost)}</span>
                  <span>
                    {t.plans.lossRisk} <Risk risk={plan.forecast.lossRisk} />
                  </span>
                </p>
              </div>
              <Axis
                name={t.plans.participants}
                value={t.common.peopleRange(crowd.low, crowd.high)}
                bar={
                  <RangeBar
                    {...crowd}
                    scale={people}
                    label={t.plans.rangeOf(
                      t.common.people(crowd.expected),
                      t.common.peopleRange(crowd.low, crowd.high),
                    )}
                  />
                }
              />
              <Axis
                name={t.plans.return}
                value={`${money.spoken(returns.low)}~${money.spoken(returns.high)}`}
                bar={
                  <RangeBar
                    {...returns}
                    scale={sales}
                    label={t.plans.returnRange(
                      money.spoken(returns.expected),
                      money.spoken(returns.low),
                      money.spoken(returns.high),
                    )}
                  />
                }
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Axis({ name, value, bar }: { name: string; value: string; bar: React.ReactNode }) {
  return (
    <div className={styles.axis}>
      <p className={styles.value}>
        <span className="soft">{name}</span>
        <strong className="figures">{value}</strong>
      </p>
      {bar}
    </div>
  );
}
