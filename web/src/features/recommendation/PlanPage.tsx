import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { recommendationQuery, useStores } from "@/api/queries";
import type { Plan, RecommendationData } from "@/api/types";
import { outlookOfPlan } from "@/components/plan/outlook";
import { PlanEditor } from "@/components/plan/PlanEditor";
import type { PlanDraft } from "@/components/plan/planDraft";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Loading } from "@/components/ui/Loading";
import { grouped } from "@/components/ui/MoneyInput";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { addDays } from "@/lib/dates";
import { useHasBegun, useSelect } from "./useSelect";

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
  const select = useSelect(data.id);
  const eventId = data.eventId ?? null;
  const begun = useHasBegun(eventId);
  const { request } = data;
  const original: PlanDraft = {
    title: plan.title,
    prize: plan.prize,
    participation: plan.participation,
    winners: plan.winners === null ? "" : grouped(String(plan.winners)),
    cost: grouped(String(plan.cost)),
    items: plan.kit.costItems,
    startDate: request.startDate,
    endDate: addDays(request.startDate, plan.days - 1),
  };
  return (
    <PlanEditor
      name={`plan.${data.id}.${plan.id}`}
      original={original}
      forecast={outlookOfPlan(plan)}
      surroundings={{
        industry: request.industry,
        businessType: request.businessType,
        location: request.location,
        purpose: request.eventPurpose,
        type: plan.type,
        marginPercent:
          stores.find((store) => store.id === request.storeId)?.marginPercent ?? plan.forecast.marginPercent,
      }}
      storeName={request.storeName}
      kit={plan.kit}
      notices={plan.notices}
      plan={plan}
      error={select.error}
      action={({ submit }) => (
        <>
          {begun ? (
            <ButtonLink wide to={`/events/${eventId}`}>
              {t.plans.openChosen}
            </ButtonLink>
          ) : (
            <Button
              wide
              busy={select.choosing !== null}
              onClick={() => submit((changes) => select.choose(plan.id, changes))}
            >
              {t.plan.choose}
            </Button>
          )}
          {select.waiting && <p role="status">{t.event.waiting}</p>}
        </>
      )}
    />
  );
}
