import { Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, Navigate, useNavigate } from "react-router";
import { chooseStore, eventsQuery, useStores } from "@/api/queries";
import type { PurposeKey, RecommendationRequest } from "@/api/types";
import { placeName } from "@/components/plan/words";
import { Button } from "@/components/ui/Button";
import { Choices } from "@/components/ui/Choices";
import { focusFirstInvalid } from "@/components/ui/Form";
import { Icon } from "@/components/ui/Icon";
import { Loading } from "@/components/ui/Loading";
import { MoneyInput } from "@/components/ui/MoneyInput";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { today } from "@/lib/dates";
import { useDraft } from "@/lib/draft";
import { parseWon } from "@/lib/money";
import styles from "./PurposePage.module.css";
import { startWriting } from "./planStream";
import { startOf, type When } from "./when";

const WISH_MAX = 300;
const LIMIT_MIN = 60_000;

type Limit = "none" | "500000" | "1000000" | "3000000" | "pick";
type Draft = {
  purpose: PurposeKey | null;
  when: When;
  date: string;
  limit: Limit;
  amount: string;
  wish: string;
};
const empty: Draft = { purpose: null, when: "now", date: "", limit: "none", amount: "", wish: "" };

export default function PurposePage() {
  const t = useText();
  const navigate = useNavigate();
  const { query, stores, current } = useStores();
  const [draft, change] = useDraft<Draft>("purpose", empty);
  const [tried, setTried] = useState(false);
  const amount = draft.limit === "pick" ? parseWon(draft.amount) : null;
  const amountError =
    draft.limit !== "pick" || !tried
      ? undefined
      : amount === null
        ? t.purpose.limitInvalid
        : amount < LIMIT_MIN
          ? t.purpose.limitTooSmall
          : undefined;

  // What was picked some days ago may have passed.
  const dateMissing = draft.when === "pick" && draft.date < today();
  const dateError = tried && dateMissing ? t.purpose.whenMissing : undefined;

  // What was kept from before a reload may not know yet of the shop just opened.
  if (query.isSuccess && !query.isFetching && stores.length === 0)
    return <Navigate to="/stores/new" replace />;
  if (!current) {
    return (
      <Page title={t.purpose.title}>
        {query.error ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <Loading rows={4} />
        )}
      </Page>
    );
  }

  function submit() {
    setTried(true);
    if (!draft.purpose || !current) return;
    if (dateMissing) return;
    if (draft.limit === "pick" && (amount === null || amount < LIMIT_MIN)) return;
    const request: RecommendationRequest = { eventPurpose: draft.purpose, storeId: current.id };
    const start = startOf(draft.when, draft.date, today());
    if (start) request.startDate = start;
    if (draft.limit !== "none") request.maxBudget = amount ?? Number(draft.limit);
    if (draft.wish.trim()) request.wish = draft.wish.trim();
    void startWriting({ kind: "new", request });
    navigate("/plans/new");
  }

  return (
    <Page
      title={t.purpose.title}
      lead={
        <p className={styles.store}>
          <Icon name="store" size={20} />
          {current.name}, {current.businessType}
          {current.location && `, ${placeName(current.location)}`}
        </p>
      }
    >
      <Next />
      <form
        className={styles.form}
        aria-label={t.purpose.title}
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          submit();
          setTimeout(() => focusFirstInvalid(form));
        }}
      >
        {stores.length > 1 && (
          <Choices
            label={t.store.choose}
            choices={stores.map((store) => ({ value: store.id, label: store.name }))}
            value={current.id}
            onChange={chooseStore}
          />
        )}
        <Choices<PurposeKey>
          label={t.purpose.title}
          hideLabel
          look="tiles"
          choices={(Object.keys(t.purposes) as PurposeKey[]).map((value) => ({
            value,
            ...t.purposes[value],
          }))}
          value={draft.purpose}
          onChange={(purpose) => change({ purpose })}
          error={tried && !draft.purpose ? t.purpose.choosePurpose : undefined}
        />
        <div className={styles.group}>
          <Choices<When>
            label={t.purpose.when}
            choices={[
              { value: "now", label: t.purpose.whenNow },
              { value: "weekend", label: t.purpose.whenWeekend },
              { value: "next-week", label: t.purpose.whenNextWeek },
              { value: "next-month", label: t.purpose.whenNextMonth },
              { value: "pick", label: t.purpose.whenPick },
            ]}
            value={draft.when}
            onChange={(when) => change({ when })}
          />
          {draft.when === "pick" && (
            <TextInput
              type="date"
              label={t.purpose.whenLabel}
              min={today()}
              value={draft.date}
              onChange={(event) => change({ date: event.currentTarget.value })}
              error={dateError}
            />
          )}
        </div>
        <div className={styles.group}>
          <Choices<Limit>
            label={t.purpose.limit}
            choices={[
              { value: "none", label: t.purpose.limitNone },
              { value: "500000", label: t.purpose.limits[0] },
              { value: "1000000", label: t.purpose.limits[1] },
              { value: "3000000", label: t.purpose.limits[2] },
              { value: "pick", label: t.purpose.limitPick },
            ]}
            value={draft.limit}
            onChange={(limit) => change({ limit })}
          />
          {draft.limit === "pick" && (
            <MoneyInput
              label={t.purpose.limitLabel}
              value={draft.amount}
              onChange={(text) => change({ amount: text })}
              error={amountError}
            />
          )}
        </div>
        <Wish wish={draft.wish} onChange={(wish) => change({ wish })} />
        <div className={styles.submit}>
          <Button type="submit" wide>
            {t.purpose.submit}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function Wish({ wish, onChange }: { wish: string; onChange: (wish: string) => void }) {
  const t = useText();
  const left = WISH_MAX - wish.length;
  const open = t.purpose.wishes.filter((example) => !wish.includes(example));
  return (
    <div className={styles.group}>
      <Textarea
        label={t.purpose.wish}
        placeholder={t.purpose.wishPlaceholder}
        rows={2}
        maxLength={WISH_MAX}
        value={wish}
        onChange={(event) => onChange(event.currentTarget.value)}
        description={left <= 50 ? t.purpose.wishLeft(left) : undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
      />
      <div className={styles.examples}>
        {open.map((example) => (
          <button
            key={example}
            type="button"
            className={styles.example}
            onClick={() => onChange([wish.trim(), example].filter(Boolean).join(". ").slice(0, WISH_MAX))}
          >
            <Icon name="plus" size={16} />
            {example}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What waits to be started or closed stands before anything new. */
function Next() {
  const t = useText();
  const { data: events = [] } = useQuery(eventsQuery);
  const due = events
    .filter((event) => event.overdue || (event.nextStep === "start" && event.startDate <= today()))
    .slice(0, 2);
  if (due.length === 0) return null;
  return (
    <ul className={styles.next} aria-label={t.purpose.next}>
      {due.map((event) => (
        <li key={event.id}>
          <Link to={event.nextStep === "close" ? `/events/${event.id}/close` : `/events/${event.id}`}>
            {event.nextStep === "close" ? t.purpose.nextClose(event.title) : t.purpose.nextStart(event.title)}
            <Icon name="right" size={20} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
