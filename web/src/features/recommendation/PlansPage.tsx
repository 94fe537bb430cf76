import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate, useParams } from "react-router";
import { recommendationQuery, useStores } from "@/api/queries";
import type { AnsweredRequest, Recommendation } from "@/api/types";
import { ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useLanguage, useText } from "@/i18n";
import { spokenDate, today } from "@/lib/dates";
import { spokenWon } from "@/lib/money";
import { PlansView } from "./PlansView";
import {
  type PlanStream,
  resetWriting,
  restoreOrder,
  SLOTS,
  startWriting,
  usePlanStream,
} from "./planStream";

/** Six plans: while they are being written (/plans/new), and ever after (/plans/:id). */
export default function PlansPage() {
  const { id = "" } = useParams();
  return id === "new" ? <Writing /> : <Written key={id} id={id} />;
}

function Writing() {
  const t = useText();
  const stream = usePlanStream();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { stores } = useStores();
  const store = stores.find((each) => each.id === stream.order?.request.storeId);

  useEffect(() => {
    if (stream.status !== "idle") return;
    const kept = restoreOrder();
    if (kept) void startWriting(kept);
  }, [stream.status]);

  useEffect(() => {
    const answer = answerOf(stream, store?.name ?? null);
    if (!answer) return;
    client.setQueryData(recommendationQuery(answer.data.id).queryKey, answer);
    client.invalidateQueries({ queryKey: ["history"] });
    // The same six cards under their lasting address: nothing moves.
    navigate(`/plans/${answer.data.id}`, { replace: true, preventScrollReset: true });
    resetWriting();
  }, [stream, store, client, navigate]);

  if (stream.status === "idle" && !restoreOrder()) {
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
  const request = stream.order?.request;
  return (
    <Page
      title={t.plans.title}
      width="wide"
      lead={<Lead request={request} storeName={store?.name ?? null} />}
    >
      <PlansView
        id={null}
        live={stream}
        trends={stream.trends}
        trendSources={stream.trendSources}
        plans={stream.plans}
        similarCases={stream.similarCases}
      />
    </Page>
  );
}

function Written({ id }: { id: string }) {
  const t = useText();
  const answer = useQuery(recommendationQuery(id));
  if (!answer.data) {
    return (
      <Page title={t.plans.title} width="wide">
        {answer.error ? (
          <ProblemNotice error={answer.error} onRetry={() => answer.refetch()} />
        ) : (
          <Loading rows={3} height={320} />
        )}
      </Page>
    );
  }
  const { data, metadata } = answer.data;
  return (
    <Page
      title={t.plans.title}
      width="wide"
      lead={<Lead request={data.request} storeName={data.request.storeName} />}
    >
      <PlansView
        id={id}
        live={null}
        trends={data.trends}
        trendSources={data.trendSources}
        plans={Object.fromEntries(data.recommendations.map((plan) => [plan.id, plan]))}
        similarCases={data.similarCases}
        answer={data}
        metadata={metadata}
      />
    </Page>
  );
}

type LeadRequest = {
  eventPurpose: AnsweredRequest["eventPurpose"];
  startDate?: string;
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
function answerOf(stream: PlanStream, storeName: string | null): Recommendation | null {
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
        storeName,
        industry: "기타",
        businessType: "",
        location: null,
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
