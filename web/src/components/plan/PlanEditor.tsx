import type { ReactNode } from "react";
import type { Kit, Plan } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { messageFor } from "@/components/ui/Form";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { useDraft } from "@/lib/draft";
import { CostItems } from "./CostItems";
import { EvidenceList } from "./Evidence";
import { Grounds } from "./Grounds";
import { KitView } from "./KitView";
import { OutlookPanel } from "./OutlookPanel";
import { type Outlook, type Surroundings, useOutlook } from "./outlook";
import { PlanFields } from "./PlanFields";
import styles from "./PlanLayout.module.css";
import PlanSheet from "./PlanSheet";
import {
  changesOf,
  countOf,
  flawsOf,
  followWinners,
  isChanged,
  itemsOf,
  type PlanChanges,
  type PlanDraft,
  withItems,
} from "./planDraft";
import { RecordLine } from "./RecordLine";
import { ShareButtons } from "./ShareButtons";
import { StickyBar } from "./StickyBar";

type Action = {
  changed: boolean;
  /** Hands the changes over if nothing is wrong with them; else leads to what is. `kept` once they are safe. */
  submit: (take: (changes: PlanChanges, kept: () => void) => void) => void;
};

type Props = {
  /** Under which the edits outlive a reload. */
  name: string;
  original: PlanDraft;
  forecast: Outlook;
  surroundings: Surroundings;
  storeName: string | null;
  kit: Kit | null;
  notices: readonly string[];
  /** The plan as recommended, for the cases behind it. */
  plan: Plan | null;
  /** Why it could not be kept. */
  error: unknown;
  lead?: ReactNode;
  children?: ReactNode;
  action: (action: Action) => ReactNode;
};

/**
 * A plan opened: everything editable where it stands, the forecast that follows, and what makes it run. The
 * same for a plan that may be chosen and for the event it became.
 */
export function PlanEditor(props: Props) {
  const t = useText();
  const { original, surroundings, plan } = props;
  const [draft, change, clear] = useDraft<PlanDraft>(props.name, original);
  const { outlook, edited, updating, failed } = useOutlook(props.forecast, surroundings, draft, original);
  const before = edited ? props.forecast : null;
  const changed = isChanged(draft, original);
  const items = itemsOf(draft);
  const kit = props.kit && kitFor(props.kit, plan?.winners ?? null, countOf(draft.winners));

  function submit(take: (changes: PlanChanges, kept: () => void) => void) {
    if (Object.keys(flawsOf(draft)).length > 0) {
      document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    take(changesOf(draft, original), clear);
  }

  return (
    <>
      <div className={`${styles.layout} no-print`}>
        <div className={styles.main}>
          {props.lead}
          <p className="soft">{t.plan.editLine}</p>
          <PlanFields
            draft={draft}
            before={original}
            change={change}
            trouble={(field) => messageFor(props.error, field)}
          />
          {changed && (
            <Button
              look="plain"
              onClick={() => {
                change(original);
                clear();
              }}
            >
              {t.plan.reset}
            </Button>
          )}
        </div>
        <div className={styles.side}>
          <OutlookPanel
            outlook={outlook}
            before={before}
            updating={updating}
            failed={failed}
            marginPercent={surroundings.marginPercent}
          />
        </div>
        <div className={styles.main}>
          {props.notices.length > 0 && (
            <Notice tone="caution" title={t.plan.notices}>
              <ul className={styles.notices}>
                {props.notices.map((notice) => (
                  <li key={notice}>{notice}</li>
                ))}
              </ul>
            </Notice>
          )}
          {items.length > 0 && (
            <section className={styles.section}>
              <h2>{t.plan.costItems}</h2>
              <p className="soft">{t.plan.costLine}</p>
              <CostItems items={items} change={(changedItems) => change(withItems(changedItems))} />
            </section>
          )}
          {kit && <KitView kit={kit} startDate={draft.startDate} />}
          {plan && (
            <Disclosure summary={t.plan.cases}>
              <EvidenceList plan={plan} />
            </Disclosure>
          )}
          <Disclosure summary={t.plan.grounds}>
            <Grounds surroundings={surroundings} draft={draft} />
          </Disclosure>
          <Disclosure summary={t.plan.record}>
            <RecordLine />
          </Disclosure>
          <ShareButtons title={draft.title} draft={draft} kit={kit} />
          {props.children}
        </div>
        <StickyBar beside outlook={outlook} before={before}>
          {/* By the button, which is always in sight: further up or down nobody would see why nothing happened. */}
          {props.error != null && <ProblemNotice error={props.error} />}
          {props.action({ changed, submit })}
        </StickyBar>
      </div>
      <PlanSheet {...draft} items={items} storeName={props.storeName} outlook={outlook} kit={kit} />
    </>
  );
}

/** What staff say and do, for the number of winners that there is now. */
const kitFor = (kit: Kit, planned: number | null, winners: number | null): Kit => ({
  ...kit,
  staffScript: followWinners(kit.staffScript, planned, winners),
  steps: kit.steps.map((step) => ({ ...step, text: followWinners(step.text, planned, winners) })),
});
