import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { recommendationQuery, useStores } from "@/api/queries";
import type { Plan, RecommendationData } from "@/api/types";
import { EvidenceList } from "@/components/plan/Evidence";
import { Grounds } from "@/components/plan/Grounds";
import { KitView } from "@/components/plan/KitView";
import { OutlookPanel } from "@/components/plan/OutlookPanel";
import { outlookOfPlan, useOutlook } from "@/components/plan/outlook";
import { PlanFields } from "@/components/plan/PlanFields";
import styles from "@/components/plan/PlanLayout.module.css";
import PlanSheet from "@/components/plan/PlanSheet";
import { changesOf, flawsOf, isChanged, type PlanDraft } from "@/components/plan/planDraft";
import { RecordLine } from "@/components/plan/RecordLine";
import { ShareButtons } from "@/components/plan/ShareButtons";
import { StickyBar } from "@/components/plan/StickyBar";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { Empty } from "@/components/ui/Empty";
import { messageFor } from "@/components/ui/Form";
import { Loading } from "@/components/ui/Loading";
import { grouped } from "@/components/ui/MoneyInput";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { addDays } from "@/lib/dates";
import { useDraft } from "@/lib/draft";
import { parseWon } from "@/lib/money";
import { useSelect } from "./useSelect";

export default function PlanPage() {
  const t = useText();
  const { id = "", option } = useParams();
  const answer = useQuery(recommendationQuery(id));
  const plan = answer.data?.data.recommendations.find((each) => each.id === option);
  return (
    <Page
      title={t.plan.title}
      width="wide"
      lead={
        <Link to={`/plans/${id}`} className="no-print">
          {t.plan.toPlans}
        </Link>
      }
    >
      {answer.isPending && <Loading rows={3} height={160} />}
      {answer.error && !answer.data && (
        <ProblemNotice error={answer.error} onRetry={() => answer.refetch()} />
      )}
      {answer.data && !plan && <Empty title={t.problem.notFoundDetail} />}
      {answer.data && plan && <OpenPlan key={plan.id} data={answer.data.data} plan={plan} />}
    </Page>
  );
}

function OpenPlan({ data, plan }: { data: RecommendationData; plan: Plan }) {
  const t = useText();
  const { stores } = useStores();
  const { request } = data;
  const original: PlanDraft = {
    title: plan.title,
    prize: plan.prize,
    participation: plan.participation,
    cost: grouped(String(plan.cost)),
    startDate: request.startDate,
    endDate: addDays(request.startDate, plan.days - 1),
  };
  const [draft, change, clear] = useDraft<PlanDraft>(`plan.${data.id}.${plan.id}`, original);
  const select = useSelect(data.id);
  const base = outlookOfPlan(plan);
  const marginPercent =
    stores.find((store) => store.id === request.storeId)?.marginPercent ?? plan.forecast.marginPercent;
  const surroundings = {
    industry: request.industry,
    businessType: request.businessType,
    location: request.location,
    purpose: request.eventPurpose,
    type: plan.type,
    marginPercent,
  };
  const { outlook, edited, updating, failed } = useOutlook(base, surroundings, draft, original);
  const usable = Object.keys(flawsOf(draft)).length === 0;
  const prizeNote = plan.winners === null ? t.plan.everyone : t.plan.winners(plan.winners);
  const cost = parseWon(draft.cost);

  function choose() {
    if (!usable) {
      document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    select.choose(plan.id, changesOf(draft, original));
  }

  return (
    <>
      <div className={`${styles.layout} no-print`}>
        <div className={styles.main}>
          <p className="soft">{t.plan.editLine}</p>
          <PlanFields
            draft={draft}
            change={change}
            trouble={(field) => messageFor(select.error, field)}
            prizeNote={prizeNote}
          />
          {isChanged(draft, original) && (
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
            before={edited ? base : null}
            updating={updating}
            failed={failed}
            marginPercent={marginPercent}
          />
        </div>
        <div className={styles.main}>
          {plan.notices.length > 0 && (
            <Notice tone="caution" title={t.plan.notices}>
              <ul className={styles.notices}>
                {plan.notices.map((notice) => (
                  <li key={notice}>{notice}</li>
                ))}
              </ul>
            </Notice>
          )}
          <KitView kit={plan.kit} cost={cost} startDate={draft.startDate} />
          <Disclosure summary={t.plan.cases}>
            <EvidenceList plan={plan} />
          </Disclosure>
          <Disclosure summary={t.plan.grounds}>
            <Grounds surroundings={surroundings} draft={draft} />
          </Disclosure>
          <Disclosure summary={t.plan.record}>
            <RecordLine />
          </Disclosure>
          <ShareButtons title={draft.title} draft={draft} kit={plan.kit} />
          {select.error && <ProblemNotice error={select.error} />}
        </div>
        <StickyBar beside outlook={outlook} before={edited ? base : null}>
          <Button wide busy={select.choosing !== null} onClick={choose}>
            {t.plan.choose}
          </Button>
          {select.waiting && <p role="status">{t.event.waiting}</p>}
        </StickyBar>
      </div>
      <PlanSheet
        {...draft}
        cost={cost}
        storeName={request.storeName}
        prizeNote={prizeNote}
        outlook={outlook}
        kit={plan.kit}
      />
    </>
  );
}
