import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate, useParams } from "react-router";
import { recommendationQuery, useStores } from "@/api/queries";
import type { AnsweredRequest, Recommendation, Store } from "@/api/types";
import { ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useLanguage, useText } from "@/i18n";
import { spokenDate, today } from "@/lib/dates";
import { spokenWon } from "@/lib/money";
import { PlansView } from "./PlansView";
import { type PlanStream, restoreOrder, SLOTS, startWriting, usePlanStream } from "./planStream";

/**
 * Six plans: while they are being written (/plans/new), and ever after (/plans/:id). One page for both, so
 * that nothing moves and no focus is lost when the last plan has come.
 */
export default function PlansPage() {
  const t = useText();
  const { id = "" } = useParams();
  const writing = id === "new";
  const stream = useWriting(writing);
  const kept = useQuery({ ...recommendationQuery(id), enabled: !writing });
  const answer = writing ? null : kept.data;
  const order = writing ? stream.order : null;
  const { stores } = useStores();

  if (writing && !order && !restoreOrder()) {
    return (
      <Page title={t.plans.title}>
        <Empty
          title={t.plans.noRequest}
          line={t.plans.noRequestLine}
          action={<ButtonLink to="/new">{t.plans.toPurpose}</ButtonLink>}
        />
      </Page>
    );
  }
  const request = answer?.data.request ?? order?.request;
  const storeName =
    answer?.data.request.storeName ?? stores.find((each) => each.id === order?.request.storeId)?.name ?? null;
  return (
    <Page title={t.plans.title} width="wide" lead={<Lead request={request} storeName={storeName} />}>
      {writing || answer ? (
        <PlansView
          id={writing ? null : id}
          live={writing ? stream : null}
          trends={answer ? answer.data.trends : stream.trends}
          trendSources={answer ? answer.data.trendSources : stream.trendSources}
          plans={
            answer
              ? Object.fromEntries(answer.data.recommendations.map((plan) => [plan.id, plan]))
              : stream.plans
          }
          similarCases={answer ? answer.data.similarCases : stream.similarCases}
          answer={answer?.data}
          metadata={answer?.metadata}
        />
      ) : kept.error ? (
        <ProblemNotice error={kept.error} onRetry={() => kept.refetch()} />
      ) : (
        <Loading rows={3} height={320} />
      )}
    </Page>
  );
}

/** Follows the writing: takes it up again after a reload, and gives the six their lasting address at its end. */
function useWriting(writing: boolean): PlanStream {
  const stream = usePlanStream();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { stores } = useStores();
  const store = stores.find((each) => each.id === stream.order?.request.storeId);

  useEffect(() => {
    if (!writing || stream.status !== "idle") return;
    const kept = restoreOrder();
    if (kept) void startWriting(kept);
  }, [writing, stream.status]);

  useEffect(() => {
    const answer = writing ? answerOf(stream, store ?? null) : null;
    if (!answer) return;
    client.setQueryData(recommendationQuery(answer.data.id).queryKey, answer);
    client.invalidateQueries({ queryKey: ["history"] });
    navigate(`/plans/${answer.data.id}`, { replace: true, preventScrollReset: true });
  }, [writing, stream, store, client, navigate]);

  return stream;
}

type LeadRequest = {
  eventPurpose: AnsweredRequest["eventPurpose"];
  startDate?: string | null;
  maxBudget?: number | null;
};

function Lead({ request, storeName }: { request?: LeadRequest; storeName: string | null }) {
  const t = useText();
  const language = useLanguage();
  if (!request) return null;
  const parts = [
    t.purposes[request.eventPurpose].label,
    storeName,
    request.startDate && t.plans.from(spokenDate(request.startDate, language)),
    request.maxBudget && t.plans.upTo(spokenWon(request.maxBudget, language)),
  ];
  return <p>{parts.filter(Boolean).join(" · ")}</p>;
}

/** What was streamed, in the form in which it is read again later. */
function answerOf(stream: PlanStream, store: Store | null): Recommendation | null {
  const { end, order, trends, trendSources, plans } = stream;
  if (stream.status !== "done" || !end || !order || !trends || !trendSources) return null;
  return {
    success: true,
    data: {
      id: end.id,
      trends,
      trendSources,
      recommendations: SLOTS.flatMap((slot) => plans[slot] ?? []),
      request: {
        eventPurpose: order.request.eventPurpose,
        storeId: order.request.storeId ?? null,
        storeName: store?.name ?? null,
        industry: store?.industry ?? "기타",
        businessType: store?.businessType ?? "",
        location: store?.location ?? null,
        startDate: order.request.startDate ?? today(),
        maxBudget: order.request.maxBudget ?? null,
        wish: order.request.wish ?? null,
      },
      similarCases: stream.similarCases ?? 0,
      note: end.note,
      createdAt: new Date().toISOString(),
      chosenOption: null,
      eventId: null,
    },
    metadata: end.metadata,
  };
}
