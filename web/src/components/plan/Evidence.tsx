import { useState } from "react";
import type { Evidence, Plan } from "@/api/types";
import { Sheet } from "@/components/ui/Sheet";
import { useText } from "@/i18n";
import styles from "./Evidence.module.css";
import { useMoneyWords } from "./words";

/** Below this many real cases a card says that it rests on sample data. */
const ENOUGH_REAL_CASES = 20;

export const restsOnSamples = (plan: Plan): boolean => plan.forecast.realCases < ENOUGH_REAL_CASES;

/** "비슷한 사례 34건", with the cases behind a tap. */
export function EvidenceLink({ plan }: { plan: Plan }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" className={styles.link} onClick={() => setOpened(true)}>
        <span className="figures">{t.plans.similar(plan.forecast.cases)}</span>
        {restsOnSamples(plan) && <span className={styles.sample}>{t.common.sample}</span>}
      </button>
      <Sheet title={t.plans.evidenceTitle} opened={opened} onClose={() => setOpened(false)}>
        <EvidenceList plan={plan} />
      </Sheet>
    </>
  );
}

export function EvidenceList({ plan }: { plan: Plan }) {
  const t = useText();
  return (
    <div className={styles.list}>
      <p>{plan.forecast.basis}</p>
      {plan.evidence.length === 0 && <p className="soft">{t.plans.evidenceNone}</p>}
      <ul className={styles.cases}>
        {plan.evidence.map((evidence) => (
          <li key={evidence.caseId}>
            <Case evidence={evidence} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Case({ evidence }: { evidence: Evidence }) {
  const t = useText();
  const money = useMoneyWords();
  return (
    <>
      <p className={styles.title}>
        {evidence.title}
        <span className={styles.sample}>{evidence.sample ? t.common.sample : t.grades[evidence.grade]}</span>
      </p>
      {evidence.stores > 1 && <p className="soft">{t.plans.evidenceGroup(evidence.stores)}</p>}
      <p className="figures">
        {t.common.people(evidence.participants)}, {t.plans.cost} {money.spoken(evidence.cost)}
      </p>
      <p className="soft">{money.returns(evidence.roi)}</p>
    </>
  );
}
