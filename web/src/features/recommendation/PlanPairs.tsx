import type { Budget, Plan, SlotId } from "@/api/types";
import { EvidenceLink } from "@/components/plan/Evidence";
import { PlanCard } from "@/components/plan/PlanCard";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Line } from "@/components/ui/Loading";
import { say } from "@/components/ui/toast";
import { useText } from "@/i18n";
import { scaleOf } from "@/lib/scale";
import styles from "./PlanPairs.module.css";

type Props = {
  id: string | null;
  plans: Partial<Record<SlotId, Plan>>;
  writing: boolean;
  chosen: SlotId | null;
  eventId: string | null;
  /** Whether that event has begun, so that nothing else can be chosen. */
  begun: boolean;
  onChoose: (option: SlotId) => void;
  choosing: SlotId | null;
};

const BUDGETS: readonly Budget[] = ["low", "medium", "high"];

/** Three pairs by size; on a desk online and in-store stand side by side. */
export function PlanPairs({ id, plans, writing, chosen, eventId, begun, onChoose, choosing }: Props) {
  const t = useText();
  // A pair shares a scale, so that its two can be compared; over all six a small event would be a dot.
  const scaleFor = (budget: Budget) =>
    scaleOf(
      Object.values(plans)
        .filter((plan) => plan.budget === budget)
        .map((plan) => plan.forecast.participants.high),
    );
  return (
    <>
      {BUDGETS.map((budget) => (
        <section key={budget} className={styles.pair} aria-labelledby={`budget-${budget}`}>
          <header className={styles.header}>
            <h2 id={`budget-${budget}`}>{t.budgets[budget].label}</h2>
            <p className="soft">{t.budgets[budget].line}</p>
          </header>
          <div className={styles.cards}>
            {(["online", "offline"] as const).map((channel) => {
              const slot: SlotId = `${budget}-${channel}`;
              const plan = plans[slot];
              if (!plan) return writing && <Coming key={slot} />;
              return (
                <PlanCard
                  key={slot}
                  plan={plan}
                  scale={scaleFor(budget)}
                  chosen={chosen === slot}
                  evidence={<EvidenceLink plan={plan} />}
                  actions={
                    id === null ? (
                      <Waiting />
                    ) : (
                      <>
                        <ButtonLink
                          look="second"
                          to={`/plans/${id}/${slot}`}
                          aria-label={`${plan.title} ${t.plans.details}`}
                        >
                          {t.plans.details}
                        </ButtonLink>
                        {chosen === slot && eventId && (
                          <ButtonLink to={`/events/${eventId}`}>{t.plans.openChosen}</ButtonLink>
                        )}
                        {chosen !== slot && !begun && (
                          <Button
                            busy={choosing === slot}
                            onClick={() => onChoose(slot)}
                            aria-label={`${plan.title} ${chosen ? t.plans.chooseAnother : t.plans.choose}`}
                          >
                            {chosen ? t.plans.chooseAnother : t.plans.choose}
                          </Button>
                        )}
                      </>
                    )
                  }
                />
              );
            })}
          </div>
        </section>
      ))}
    </>
  );
}

/** Until all six are written there is nothing to hold a choice; the buttons keep their place and say so. */
function Waiting() {
  const t = useText();
  const later = () => say(t.plans.chooseLater);
  return (
    <>
      <Button look="second" aria-disabled onClick={later}>
        {t.plans.details}
      </Button>
      <Button aria-disabled onClick={later}>
        {t.plans.choose}
      </Button>
    </>
  );
}

function Coming() {
  const t = useText();
  return (
    <div className={styles.coming}>
      <p className="soft">{t.plans.waiting}</p>
      <Line width="72%" />
      <Line width="45%" />
      <Line />
      <Line width="80%" />
      <span className={styles.gap} />
      <Line />
      <Line width="60%" />
    </div>
  );
}
